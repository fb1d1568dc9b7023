CREATE TABLE `password_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`made_by` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `password_links_user` ON `password_links` (`user_id`);--> statement-breakpoint
ALTER TABLE `users` ADD `signed_in_at` integer;
--> statement-breakpoint
UPDATE `users` SET `signed_in_at` = (SELECT max(`created_at`) FROM `sessions` WHERE `sessions`.`user_id` = `users`.`id`);--> statement-breakpoint
CREATE TRIGGER `password_links_end_once` BEFORE UPDATE ON `password_links` WHEN OLD.`ended_at` IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the link has ended'); END;--> statement-breakpoint
CREATE TRIGGER `grants_keep_administrator` BEFORE DELETE ON `grants` WHEN OLD.`role` = 'admin' AND EXISTS (SELECT 1 FROM `units` WHERE `id` = OLD.`unit_id` AND `parent_id` IS NULL) AND NOT EXISTS (SELECT 1 FROM `grants` AS `g` JOIN `units` AS `n` ON `n`.`id` = `g`.`unit_id` JOIN `users` AS `u` ON `u`.`id` = `g`.`user_id` WHERE `g`.`role` = 'admin' AND `n`.`parent_id` IS NULL AND `u`.`disabled_at` IS NULL AND `u`.`password_hash` <> '' AND NOT (`g`.`user_id` = OLD.`user_id` AND `g`.`unit_id` = OLD.`unit_id`)) BEGIN SELECT RAISE(ABORT, 'the last administrator'); END;--> statement-breakpoint
CREATE TRIGGER `users_keep_administrator` BEFORE UPDATE OF `disabled_at`, `password_hash` ON `users` WHEN ((NEW.`disabled_at` IS NOT NULL AND OLD.`disabled_at` IS NULL) OR (NEW.`password_hash` = '' AND OLD.`password_hash` <> '')) AND EXISTS (SELECT 1 FROM `grants` AS `g` JOIN `units` AS `n` ON `n`.`id` = `g`.`unit_id` WHERE `g`.`user_id` = OLD.`id` AND `g`.`role` = 'admin' AND `n`.`parent_id` IS NULL) AND NOT EXISTS (SELECT 1 FROM `grants` AS `g` JOIN `units` AS `n` ON `n`.`id` = `g`.`unit_id` JOIN `users` AS `u` ON `u`.`id` = `g`.`user_id` WHERE `g`.`role` = 'admin' AND `n`.`parent_id` IS NULL AND `u`.`disabled_at` IS NULL AND `u`.`password_hash` <> '' AND `g`.`user_id` <> OLD.`id`) BEGIN SELECT RAISE(ABORT, 'the last administrator'); END;
