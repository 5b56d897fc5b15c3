// While a new version is rolled out, the one before goes on serving, on the new schema. So a migration adds, and
// takes away, tightens or loosens only what every running version is ready for: expand, then contract.

const CONTRACTING: [pattern: RegExp, why: string][] = [
  [/\bdrop (table|column|type|schema|function|view)\b/i, "takes away what the version before may use"],
  [/\brename\b/i, "renames what the version before knows by its old name"],
  [/\balter column \S+ (set data )?type\b/i, "changes a type under the version before"],
  [/\balter column \S+ drop not null\b/i, "lets the version before meet nothing where it expects something"],
  [/\balter column \S+ set not null\b/i, "refuses rows as the version before writes them"],
  [/\badd column (?!.*\bdefault\b).*\bnot null\b/i, "refuses rows as the version before writes them"],
  [/\badd constraint \S+ (check|unique|exclude)\b/i, "refuses rows as the version before writes them"],
  [/^create unique index\b/i, "refuses rows as the version before writes them"],
];

/**
 * What in a migration the version before could not live with, each with why. A migration that begins with
 * "-- Contracts: since 0.2.0 nothing uses this." has waited for that version, and may.
 */
export function findContractions(sql: string): string[] {
  if (/^-- Contracts: since \d+\.\d+\.\d+ /.test(sql)) return [];
  const statements = statementsOf(sql);
  const fresh = statements.flatMap((statement) => /^create table (\S+)/i.exec(statement)?.[1] ?? []);
  return statements
    .filter(
      (statement) =>
        !fresh.some((table) => statement.includes(` ${table} `) || statement.includes(` ${table}(`)),
    )
    .flatMap((statement) => statement.split(/,(?= (?:add|alter|drop|rename)\b)/i))
    .flatMap((part) => {
      const [, why] = CONTRACTING.find(([pattern]) => pattern.test(part)) ?? [];
      return why ? [`${part.trim()}: ${why}`] : [];
    });
}

// Comments and the bodies of functions change nothing themselves.
function statementsOf(sql: string): string[] {
  const bare = sql.replaceAll(/--.*$/gm, "").replaceAll(/\$(\w*)\$.*?\$\1\$/gs, "''");
  return bare.split(";").map((statement) => statement.trim().replaceAll(/\s+/g, " "));
}
