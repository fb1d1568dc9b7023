ALTER TABLE `fields` ADD `group_id` integer REFERENCES fields(id);--> statement-breakpoint
CREATE TRIGGER `fields_two_levels_insert` BEFORE INSERT ON `fields`
WHEN new.group_id IS NOT NULL AND (SELECT group_id FROM fields WHERE id = new.group_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'groups of fields have no groups'); END;--> statement-breakpoint
CREATE TRIGGER `fields_two_levels_update` BEFORE UPDATE OF `group_id` ON `fields`
WHEN new.group_id IS NOT NULL AND (new.group_id = new.id
  OR (SELECT group_id FROM fields WHERE id = new.group_id) IS NOT NULL
  OR EXISTS (SELECT 1 FROM fields WHERE group_id = new.id))
BEGIN SELECT RAISE(ABORT, 'groups of fields have no groups'); END;
