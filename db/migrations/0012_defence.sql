CREATE TABLE `exempt_ranges` (
	`id` integer PRIMARY KEY NOT NULL,
	`range` text NOT NULL,
	`label` text NOT NULL,
	`added_by` integer NOT NULL,
	`added_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`added_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exempt_ranges_live` ON `exempt_ranges` (`range`) WHERE ended_at is null;--> statement-breakpoint
CREATE TABLE `refusals` (
	`on_day` text NOT NULL,
	`kind` text NOT NULL,
	`door_id` integer NOT NULL,
	`device_id` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`on_day`, `kind`, `door_id`, `device_id`)
);
