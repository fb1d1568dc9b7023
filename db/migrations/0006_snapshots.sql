CREATE TABLE `snapshots` (
	`id` integer PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`unit_id` integer NOT NULL,
	`year` integer NOT NULL,
	`serial` integer NOT NULL,
	`survey_id` integer NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`closed_at` integer NOT NULL,
	`closed_by` integer NOT NULL,
	`request_id` text NOT NULL,
	`last_seq` integer NOT NULL,
	`content` text NOT NULL,
	`checksum` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "snapshots_days" CHECK("snapshots"."from_on" <= "snapshots"."to_on")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshots_number_unique` ON `snapshots` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `snapshots_request_id_unique` ON `snapshots` (`request_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `snapshots_serial` ON `snapshots` (`unit_id`,`year`,`serial`);--> statement-breakpoint
CREATE INDEX `snapshots_filter` ON `snapshots` (`unit_id`,`survey_id`,`from_on`,`to_on`);--> statement-breakpoint
CREATE TRIGGER `snapshots_no_update` BEFORE UPDATE ON `snapshots` BEGIN SELECT RAISE(ABORT, 'a snapshot is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `snapshots_no_delete` BEFORE DELETE ON `snapshots` BEGIN SELECT RAISE(ABORT, 'a snapshot is never removed'); END;
--> statement-breakpoint
CREATE TRIGGER `snapshots_next_number` BEFORE INSERT ON `snapshots`
WHEN NEW.`serial` <> (SELECT coalesce(max(`serial`), 0) + 1 FROM `snapshots` WHERE `unit_id` = NEW.`unit_id` AND `year` = NEW.`year`)
BEGIN SELECT RAISE(ABORT, 'a snapshot takes the next of its unit''s numbers'); END;
