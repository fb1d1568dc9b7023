CREATE TABLE `desk_fields` (
	`desk_id` integer NOT NULL,
	`field_id` integer NOT NULL,
	PRIMARY KEY(`desk_id`, `field_id`),
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`field_id`) REFERENCES `fields`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `desks` ADD `closed_at` integer;--> statement-breakpoint
ALTER TABLE `fields` ADD `hidden_at` integer;