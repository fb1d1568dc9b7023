CREATE TABLE `invalidation_decisions` (
	`invalidation_id` integer PRIMARY KEY NOT NULL,
	`decision` text NOT NULL,
	`decided_by` integer NOT NULL,
	`decided_at` integer NOT NULL,
	FOREIGN KEY (`invalidation_id`) REFERENCES `invalidations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invalidation_decisions_kind" CHECK("invalidation_decisions"."decision" in ('confirmed', 'declined', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE `invalidation_responses` (
	`invalidation_id` integer NOT NULL,
	`response_seq` integer NOT NULL,
	`held` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`invalidation_id`, `response_seq`),
	FOREIGN KEY (`invalidation_id`) REFERENCES `invalidations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_seq`) REFERENCES `responses`(`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invalidation_responses_held_flag" CHECK("invalidation_responses"."held" in (0, 1))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invalidation_responses_held` ON `invalidation_responses` (`response_seq`) WHERE "invalidation_responses"."held" = 1;--> statement-breakpoint
CREATE TABLE `invalidation_restorations` (
	`invalidation_id` integer PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`restored_by` integer NOT NULL,
	`restored_at` integer NOT NULL,
	FOREIGN KEY (`invalidation_id`) REFERENCES `invalidations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`restored_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `invalidations` (
	`id` integer PRIMARY KEY NOT NULL,
	`unit_id` integer NOT NULL,
	`size` integer NOT NULL,
	`reason` text NOT NULL,
	`sign` text,
	`proposed_by` integer NOT NULL,
	`proposed_at` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invalidations_size" CHECK("invalidations"."size" > 0)
);
--> statement-breakpoint
CREATE INDEX `invalidations_unit` ON `invalidations` (`unit_id`,`id`);--> statement-breakpoint
CREATE INDEX `responses_place` ON `responses` (`unit_id`,`half_month`);--> statement-breakpoint
CREATE TRIGGER `invalidations_no_update` BEFORE UPDATE ON `invalidations` BEGIN SELECT RAISE(ABORT, 'invalidations are kept as they were'); END;--> statement-breakpoint
CREATE TRIGGER `invalidations_no_delete` BEFORE DELETE ON `invalidations` BEGIN SELECT RAISE(ABORT, 'invalidations are kept as they were'); END;--> statement-breakpoint
CREATE TRIGGER `invalidation_decisions_no_update` BEFORE UPDATE ON `invalidation_decisions` BEGIN SELECT RAISE(ABORT, 'invalidations are kept as they were'); END;--> statement-breakpoint
CREATE TRIGGER `invalidation_decisions_no_delete` BEFORE DELETE ON `invalidation_decisions` BEGIN SELECT RAISE(ABORT, 'invalidations are kept as they were'); END;--> statement-breakpoint
CREATE TRIGGER `invalidation_restorations_no_update` BEFORE UPDATE ON `invalidation_restorations` BEGIN SELECT RAISE(ABORT, 'invalidations are kept as they were'); END;--> statement-breakpoint
CREATE TRIGGER `invalidation_restorations_no_delete` BEFORE DELETE ON `invalidation_restorations` BEGIN SELECT RAISE(ABORT, 'invalidations are kept as they were'); END;--> statement-breakpoint
CREATE TRIGGER `invalidation_responses_fixed` BEFORE UPDATE ON `invalidation_responses` WHEN new.invalidation_id <> old.invalidation_id OR new.response_seq <> old.response_seq OR new.held > old.held BEGIN SELECT RAISE(ABORT, 'invalidations are kept as they were'); END;--> statement-breakpoint
CREATE TRIGGER `invalidation_responses_no_delete` BEFORE DELETE ON `invalidation_responses` BEGIN SELECT RAISE(ABORT, 'invalidations are kept as they were'); END;--> statement-breakpoint
CREATE TRIGGER `invalidation_decisions_second_person` BEFORE INSERT ON `invalidation_decisions`
WHEN (new.decision = 'withdrawn') <> (new.decided_by = (SELECT proposed_by FROM invalidations WHERE id = new.invalidation_id))
BEGIN SELECT RAISE(ABORT, 'a second person decides, only the proposer withdraws'); END;--> statement-breakpoint
CREATE TRIGGER `invalidation_restorations_confirmed` BEFORE INSERT ON `invalidation_restorations`
WHEN NOT EXISTS (SELECT 1 FROM invalidation_decisions d WHERE d.invalidation_id = new.invalidation_id AND d.decision = 'confirmed')
BEGIN SELECT RAISE(ABORT, 'only what was confirmed is restored'); END;--> statement-breakpoint
CREATE TRIGGER `tallies_not_negative` BEFORE UPDATE OF `n` ON `tallies` WHEN new.n < 0 BEGIN SELECT RAISE(ABORT, 'a tally is never negative'); END;--> statement-breakpoint
CREATE TRIGGER `responses_no_delete` BEFORE DELETE ON `responses` BEGIN SELECT RAISE(ABORT, 'responses are never deleted'); END;
