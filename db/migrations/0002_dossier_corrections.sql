CREATE TABLE `staff_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`content` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `staff_drafts_user` ON `staff_drafts` (`user_id`,`expires_at`);--> statement-breakpoint
ALTER TABLE `dossier_stats` ADD `created_by` integer REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `dossier_stats` ADD `ended_at` integer;--> statement-breakpoint
ALTER TABLE `dossier_stats` ADD `ended_by` integer REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `dossier_stats` ADD `end_reason` text;--> statement-breakpoint
ALTER TABLE `dossier_stats` ADD `replaced_by` integer REFERENCES dossier_stats(id);--> statement-breakpoint
CREATE INDEX `dossier_stats_standing` ON `dossier_stats` (`unit_id`,`field_id`,`from_on`) WHERE "dossier_stats"."ended_at" is null;--> statement-breakpoint
CREATE TRIGGER `dossier_stats_no_overlap` BEFORE INSERT ON `dossier_stats`
WHEN NEW.`ended_at` IS NULL AND (
  -- Those that stand do not overlap, so the last one that begins early enough is the only one that could.
  SELECT s.`to_on` FROM `dossier_stats` s
  WHERE s.`unit_id` = NEW.`unit_id` AND s.`field_id` IS NEW.`field_id` AND s.`ended_at` IS NULL
    AND s.`from_on` <= NEW.`to_on`
  ORDER BY s.`from_on` DESC LIMIT 1
) >= NEW.`from_on`
BEGIN SELECT RAISE(ABORT, 'dossier statistics overlap'); END;
--> statement-breakpoint
CREATE TRIGGER `dossier_stats_fixed` BEFORE UPDATE OF `unit_id`, `field_id`, `from_on`, `to_on`, `received`, `received_online`, `received_direct`, `received_carried`, `resolved`, `resolved_before`, `resolved_on_time`, `resolved_in_time`, `resolved_late`, `in_progress`, `in_progress_in_time`, `in_progress_overdue`, `source`, `created_at`, `created_by` ON `dossier_stats` BEGIN SELECT RAISE(ABORT, 'dossier statistics are corrected by a new row'); END;
--> statement-breakpoint
CREATE TRIGGER `dossier_stats_end_once` BEFORE UPDATE OF `ended_at`, `ended_by`, `end_reason` ON `dossier_stats` WHEN OLD.`ended_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'dossier statistics end once'); END;
--> statement-breakpoint
CREATE TRIGGER `dossier_stats_no_delete` BEFORE DELETE ON `dossier_stats` BEGIN SELECT RAISE(ABORT, 'dossier statistics are kept'); END;
