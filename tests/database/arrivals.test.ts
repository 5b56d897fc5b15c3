import { expect, onTestFinished, test } from "vitest";
import { deploy, listMigrations } from "../../scripts/migrations.ts";
import { readSchema } from "../../scripts/next-migration.ts";
import { root } from "../../scripts/project.ts";
import { applyMigrations } from "../../scripts/schema-engine.ts";
import { connected, rows } from "./connect";

/** Two people in a circle, one of whom came by its invitation, as the version before kept them. */
const BEFORE = `
  insert into users (id, email, name, adult_said_at, time_zone) values
    ('00000000-0000-7000-8000-000000000001', 'juniper@example.org', 'Juniper', now(), 'UTC'),
    ('00000000-0000-7000-8000-000000000002', 'heron@example.org', 'Heron', now(), 'UTC');
  insert into circles (id, name, purpose, language, time_zone, meeting_day, meeting_time, agreements) values
    ('00000000-0000-7000-8000-000000000003', 'Lanterns', 'Light.', 'English', 'UTC', 4, '18:00', 'Kindness.');
  insert into memberships (circle_id, user_id, alias, role, seat) values
    ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000001', 'Juniper', 'facilitator', 1);
  insert into invitations (circle_id, id, token_hash, made_by_id, uses, expires_at) values
    ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000004', 'hash',
     '00000000-0000-7000-8000-000000000001', 1, now() + interval '1 day');
  insert into memberships (circle_id, user_id, alias, seat, joined_at, invitation_id) values
    ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', 'Heron', 2, '2026-11-01',
     '00000000-0000-7000-8000-000000000004');`;

/** What closes the table to whoever owns it, as its policies do. */
const SERVING = `
  grant usage on schema public to onward_system;
  grant select on memberships to onward_system;
  alter table memberships enable row level security;
  alter table memberships force row level security;
  create policy "seats are given out" on memberships to onward_system using (true);`;

test.each([
  ["in a database that serves", SERVING],
  ["when a backup of the version before is restored", ""],
])("whoever came by an invitation before arrivals were counted is counted, %s", async (_when, state) => {
  const name = `scratch_${crypto.randomUUID().slice(0, 8)}`;
  await connected("admin", (admin) => admin.query(`create database ${name} owner onward_owner`));
  onTestFinished(async () => {
    await connected("admin", (admin) => admin.query(`drop database ${name} with (force)`));
  });
  const address = new URL(process.env.DATABASE_ADMIN_URL ?? "");
  address.pathname = `/${name}`;
  const all = listMigrations(root);
  const earlier = all.slice(
    0,
    all.findIndex((one) => one.endsWith("_arrivals_are_counted")),
  );

  await applyMigrations(address.href, readSchema(root), `${root}/prisma/migrations`, earlier);
  await connected("admin", (admin) => admin.query(BEFORE + state), name);
  await deploy(root, address.href);

  const arrivals = await connected(
    "admin",
    (admin) => rows(admin, "select invitation_id, user_id, created_at from arrivals"),
    name,
  );
  expect(arrivals).toMatchObject([
    {
      invitation_id: "00000000-0000-7000-8000-000000000004",
      user_id: "00000000-0000-7000-8000-000000000002",
      created_at: new Date("2026-11-01"),
    },
  ]);
});
