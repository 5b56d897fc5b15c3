/** The standard normal deviate that leaves 2.5% above it: for 95% on both sides together. */
const Z = 1.959963984540054;

/**
 * Between which shares, 0 to 1, the true one plausibly lies (95%) when `successes` of `cases` were seen: the score
 * interval without continuity correction, which stays honest for few cases and for none. Of no cases nothing is
 * known, and it says 0 to 1.
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22 (1927), 209-212. Published values to check against: R. G. Newcombe,
 * "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), 857-872, Table I.
 *
 * @throws RangeError for what cannot be counted: part of a case, fewer than none, more successes than cases.
 */
export function wilson(successes: number, cases: number): { low: number; high: number } {
  if (!Number.isInteger(successes) || !Number.isInteger(cases) || successes < 0 || successes > cases)
    throw new RangeError(`${successes} of ${cases} cannot be counted.`);
  if (cases === 0) return { low: 0, high: 1 };
  const share = successes / cases;
  const squared = Z * Z;
  const scale = 1 + squared / cases;
  const middle = (share + squared / (2 * cases)) / scale;
  const reach = (Z * Math.sqrt((share * (1 - share)) / cases + squared / (4 * cases * cases))) / scale;
  // None and all are exactly the ends; a sum of rounded numbers may miss them by a hair.
  return {
    low: successes === 0 ? 0 : middle - reach,
    high: successes === cases ? 1 : middle + reach,
  };
}
