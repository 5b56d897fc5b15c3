const Z = 1.959964;

/**
 * The 95% Wilson score interval of a share, both ends between 0 and 1: what the share may well be, where so many of
 * so many cases were counted. Wilson, "Probable inference", JASA 22 (1927).
 */
export function wilson(successes: number, cases: number): { low: number; high: number } {
  if (cases === 0) return { low: 0, high: 1 };
  const share = successes / cases;
  const pull = (Z * Z) / cases;
  const middle = (share + pull / 2) / (1 + pull);
  const reach = (Z / (1 + pull)) * Math.sqrt((share * (1 - share)) / cases + pull / (4 * cases));
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
