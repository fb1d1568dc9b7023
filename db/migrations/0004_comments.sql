CREATE TABLE `comment_marks` (
	`id` integer PRIMARY KEY NOT NULL,
	`comment_id` integer NOT NULL,
	`state` text NOT NULL,
	`note` text NOT NULL,
	`made_by` integer NOT NULL,
	`made_at` integer NOT NULL,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_marks_comment` ON `comment_marks` (`comment_id`);--> statement-breakpoint
CREATE TABLE `comment_reveals` (
	`comment_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`comment_id`, `user_id`),
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `comments` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`response_seq` integer NOT NULL,
	`question` text NOT NULL,
	`unit_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	`month` integer NOT NULL,
	`level` integer,
	`tallied` integer DEFAULT 1 NOT NULL,
	`state` text DEFAULT 'new' NOT NULL,
	`text` text,
	`original` text,
	`folded` text,
	FOREIGN KEY (`response_seq`) REFERENCES `responses`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comments_tallied" CHECK("comments"."tallied" in (0, 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `comments_key_unique` ON `comments` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `comments_response` ON `comments` (`response_seq`,`question`);--> statement-breakpoint
CREATE INDEX `comments_reading` ON `comments` (`unit_id`,`month`,`version_id`,`tallied`,`state`);--> statement-breakpoint
CREATE TABLE `redactions` (
	`id` integer PRIMARY KEY NOT NULL,
	`comment_id` integer NOT NULL,
	`spans` text NOT NULL,
	`made_by` integer NOT NULL,
	`made_at` integer NOT NULL,
	`lifted_by` integer,
	`lifted_at` integer,
	FOREIGN KEY (`comment_id`) REFERENCES `comments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lifted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `redactions_comment` ON `redactions` (`comment_id`);--> statement-breakpoint
INSERT INTO `comments` (`key`, `response_seq`, `question`, `unit_id`, `version_id`, `month`, `level`, `tallied`, `text`)
SELECT lower(hex(randomblob(8))), r.`seq`, q.`value` ->> 'id', r.`unit_id`, r.`version_id`, r.`half_month` / 2,
  (SELECT l.`value` FROM json_each(v.`definition`, '$.questions') o
    JOIN json_each(r.`answers`) l ON l.`key` = o.`value` ->> 'id'
    WHERE o.`value` ->> 'role' = 'overall' AND l.`type` = 'integer'),
  r.`tallied`, a.`value`
FROM `responses` r JOIN `survey_versions` v ON v.`id` = r.`version_id`
  JOIN json_each(v.`definition`, '$.questions') q ON q.`value` ->> 'type' = 'text'
  JOIN json_each(r.`answers`) a ON a.`key` = q.`value` ->> 'id';
--> statement-breakpoint
UPDATE `responses` SET `answers` = json_patch(`answers`, (
  SELECT json_group_object(q.`value` ->> 'id', NULL)
  FROM `survey_versions` v JOIN json_each(v.`definition`, '$.questions') q ON q.`value` ->> 'type' = 'text'
  WHERE v.`id` = `responses`.`version_id`
)) WHERE `seq` IN (SELECT `response_seq` FROM `comments`);
--> statement-breakpoint
CREATE TRIGGER `comments_tallied` AFTER UPDATE OF `tallied` ON `responses` BEGIN UPDATE `comments` SET `tallied` = NEW.`tallied` WHERE `response_seq` = NEW.`seq`; END;
