CREATE TABLE `audit_events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` integer,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`unit_id` integer,
	`detail` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `desks` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_id` integer NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `desks_unit_code` ON `desks` (`unit_id`,`code`);--> statement-breakpoint
CREATE TABLE `doors` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`survey_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`desk_id` integer,
	`field_id` integer,
	`touchpoint` text,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`field_id`) REFERENCES `fields`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `doors_code_unique` ON `doors` (`code`);--> statement-breakpoint
CREATE TABLE `dossier_stats` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_id` integer NOT NULL,
	`field_id` integer,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`received` integer,
	`received_online` integer,
	`received_direct` integer,
	`received_carried` integer,
	`resolved` integer,
	`resolved_before` integer,
	`resolved_on_time` integer,
	`resolved_in_time` integer,
	`resolved_late` integer,
	`in_progress` integer,
	`in_progress_in_time` integer,
	`in_progress_overdue` integer,
	`source` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`field_id`) REFERENCES `fields`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dossier_stats_place` ON `dossier_stats` (`unit_id`,`from_on`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`door_id` integer NOT NULL,
	`content` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`door_id`) REFERENCES `doors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_expiry` ON `drafts` (`expires_at`);--> statement-breakpoint
CREATE TABLE `fields` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fields_code_unique` ON `fields` (`code`);--> statement-breakpoint
CREATE TABLE `grants` (
	`user_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`user_id`, `unit_id`, `role`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `responses` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`version_id` integer NOT NULL,
	`door_id` integer NOT NULL,
	`unit_id` integer NOT NULL,
	`desk_id` integer,
	`field_id` integer,
	`touchpoint` text,
	`channel` text NOT NULL,
	`mode` text NOT NULL,
	`locale` text NOT NULL,
	`started_at` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`answered_on` text NOT NULL,
	`half_month` integer NOT NULL,
	`clock_doubt` integer DEFAULT 0 NOT NULL,
	`answers` text NOT NULL,
	`content_hash` blob NOT NULL,
	`tallied` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `survey_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`door_id`) REFERENCES `doors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`desk_id`) REFERENCES `desks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`field_id`) REFERENCES `fields`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "responses_tallied" CHECK("responses"."tallied" in (0, 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_id_unique` ON `responses` (`id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `survey_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`survey_id` integer NOT NULL,
	`number` integer NOT NULL,
	`definition` text NOT NULL,
	`published_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_versions_public_id_unique` ON `survey_versions` (`public_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `survey_versions_number` ON `survey_versions` (`survey_id`,`number`);--> statement-breakpoint
CREATE TABLE `surveys` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `surveys_code_unique` ON `surveys` (`code`);--> statement-breakpoint
CREATE TABLE `tallies` (
	`version_id` integer NOT NULL,
	`slice` text NOT NULL,
	`unit_id` integer NOT NULL,
	`half_month` integer NOT NULL,
	`item` text NOT NULL,
	`cell` text NOT NULL,
	`level` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`version_id`, `slice`, `unit_id`, `half_month`, `item`, `cell`, `level`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tally_sheets` (
	`id` integer PRIMARY KEY NOT NULL,
	`version_id` integer NOT NULL,
	`question_id` text NOT NULL,
	`unit_id` integer NOT NULL,
	`channel` text NOT NULL,
	`from_on` text NOT NULL,
	`to_on` text NOT NULL,
	`n1` integer NOT NULL,
	`n2` integer NOT NULL,
	`n3` integer NOT NULL,
	`n4` integer NOT NULL,
	`n5` integer NOT NULL,
	`handed_out` integer,
	`returned` integer,
	`invalid` integer,
	`published_score` text,
	`source` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `survey_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tally_sheets_counts" CHECK(min("tally_sheets"."n1", "tally_sheets"."n2", "tally_sheets"."n3", "tally_sheets"."n4", "tally_sheets"."n5") >= 0),
	CONSTRAINT "tally_sheets_days" CHECK("tally_sheets"."from_on" <= "tally_sheets"."to_on")
);
--> statement-breakpoint
CREATE INDEX `tally_sheets_place` ON `tally_sheets` (`unit_id`,`version_id`,`question_id`,`channel`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`level` text NOT NULL,
	`parent_id` integer,
	`valid_from` text,
	`valid_to` text,
	`successor_id` integer,
	FOREIGN KEY (`parent_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_code_unique` ON `units` (`code`);--> statement-breakpoint
CREATE INDEX `units_parent` ON `units` (`parent_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`disabled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);
--> statement-breakpoint
CREATE TRIGGER `audit_events_no_update` BEFORE UPDATE ON `audit_events` BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_events_no_delete` BEFORE DELETE ON `audit_events` BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `survey_versions_immutable` BEFORE UPDATE OF `public_id`, `survey_id`, `number`, `definition` ON `survey_versions` BEGIN SELECT RAISE(ABORT, 'a published version is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER `doors_fixed` BEFORE UPDATE OF `code`, `kind`, `channel`, `unit_id`, `desk_id` ON `doors` BEGIN SELECT RAISE(ABORT, 'unit, desk and channel of a door never change'); END;
--> statement-breakpoint
CREATE TRIGGER `tally_sheets_no_overlap` BEFORE INSERT ON `tally_sheets`
WHEN EXISTS (
  SELECT 1 FROM `tally_sheets` t
  JOIN `survey_versions` tv ON tv.`id` = t.`version_id`
  JOIN `survey_versions` nv ON nv.`id` = NEW.`version_id`
  WHERE tv.`survey_id` = nv.`survey_id` AND t.`unit_id` = NEW.`unit_id` AND t.`question_id` = NEW.`question_id`
    AND t.`channel` = NEW.`channel` AND t.`from_on` <= NEW.`to_on` AND NEW.`from_on` <= t.`to_on`
)
BEGIN SELECT RAISE(ABORT, 'tally sheet overlaps'); END;
