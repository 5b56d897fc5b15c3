/** The tables beside the pictures of a page, by the pictures' names: each row as its cells. */
export function tablesIn(page: string): Record<string, string[][]> {
  const tables: Record<string, string[][]> = {};
  for (const [, name = "", body = ""] of page.matchAll(
    /<caption[^>]*>(.*?)<\/caption>.*?<tbody>(.*?)<\/tbody>/gs,
  )) {
    tables[name] = [...body.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) => cell),
    );
  }
  return tables;
}
