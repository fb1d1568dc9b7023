CREATE TABLE `device_credentials` (
	`hash` text PRIMARY KEY NOT NULL,
	`device_id` integer NOT NULL,
	`code_hash` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `device_credentials_code_hash_unique` ON `device_credentials` (`code_hash`);--> statement-breakpoint
CREATE INDEX `device_credentials_device` ON `device_credentials` (`device_id`);--> statement-breakpoint
CREATE TABLE `device_surveys` (
	`device_id` integer NOT NULL,
	`survey_id` integer NOT NULL,
	`door_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`device_id`, `survey_id`),
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`door_id`) REFERENCES `doors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `devices` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_id` integer NOT NULL,
	`desk_id` integer NOT NULL,
	`name` text NOT NULL,
	`enrolled_at` integer NOT NULL,
	`revoked_at` integer,
	`last_seen_at` integer NOT NULL,
	`reported_at` integer,
	`queue_length` integer,
	`oldest_waiting_at` integer,
	`quarantine_length` integer,
	`app_version` text,
	`storage_persisted` integer,
	`storage_free` integer,
	`clock_offset` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `devices_unit` ON `devices` (`unit_id`);--> statement-breakpoint
CREATE TABLE `enrolment_codes` (
	`code_hash` text PRIMARY KEY NOT NULL,
	`unit_id` integer NOT NULL,
	`desk_id` integer NOT NULL,
	`survey_ids` text NOT NULL,
	`name` text NOT NULL,
	`made_by` integer NOT NULL,
	`made_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `enrolment_codes_expiry` ON `enrolment_codes` (`expires_at`);--> statement-breakpoint
ALTER TABLE `doors` ADD `device_id` integer REFERENCES devices(id);--> statement-breakpoint
CREATE INDEX `doors_device` ON `doors` (`device_id`);--> statement-breakpoint
ALTER TABLE `responses` ADD `clock_offset` integer;--> statement-breakpoint
CREATE TRIGGER `doors_device_fixed` BEFORE UPDATE OF `survey_id`, `device_id` ON `doors` BEGIN SELECT RAISE(ABORT, 'survey and device of a door never change'); END;
