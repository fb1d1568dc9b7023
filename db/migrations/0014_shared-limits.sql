CREATE TABLE `spent_limits` (
	`name` text NOT NULL,
	`key` text NOT NULL,
	`used` real NOT NULL,
	`per_second` real NOT NULL,
	`at` real NOT NULL,
	PRIMARY KEY(`name`, `key`)
);
--> statement-breakpoint
CREATE INDEX `spent_limits_at` ON `spent_limits` (`at`);