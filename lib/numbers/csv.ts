/*
 * Lines of a CSV file as RFC 4180 has them: CRLF at each end, every text in quotes. Where a spreadsheet parts cells at
 * semicolons or tabs, as many do outside of English, what stands behind one in a member's words is no cell of its own
 * then.
 *
 * A spreadsheet takes a cell that begins like a formula for one, and would reckon with what a member only wrote. Such
 * a cell begins with an apostrophe here, which spreadsheets take for "this is text". Numbers are never words and stay
 * as they are.
 *
 * Source: RFC 4180, section 2; OWASP, "CSV Injection".
 */

export type CsvCell = string | number | null;

/** What a spreadsheet may take for a formula, also where white space comes first, and in its wide forms. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}

export const csvLine = (cells: CsvCell[]): string => `${cells.map(csvCell).join(",")}\r\n`;
