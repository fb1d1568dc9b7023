DROP INDEX `comments_reading`;--> statement-breakpoint
CREATE INDEX `comments_reading` ON `comments` (`unit_id`,`month`,`key`,`version_id`,`tallied`,`state`,`level`);