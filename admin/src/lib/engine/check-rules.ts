/** What the checks of one column ask of its value, as far as a form can ask it first. */
export type CheckRules = {
  min?: number;
  max?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  choices?: string[];
};

const number = String.raw`'?(-?\d+(?:\.\d+)?)'?(?:::[a-z ]+)?`;

/**
 * Reads conditions as PostgreSQL prints them, e.g. `((length(name) >= 1) AND (length(name) <= 40))`. What it does
 * not understand is left to the database.
 */
export function checkRules(column: string, checks: readonly string[] = []): CheckRules {
  const rules: CheckRules = {};
  for (const check of checks) {
    if (/ OR | IS NULL/.test(check)) continue;
    const escaped = column.replace(/[^\w]/g, '');
    const limit = (
      subject: string,
      low: 'min' | 'minLength',
      high: 'max' | 'maxLength',
      one: number,
    ): void => {
      for (const [, operator, amount] of check.matchAll(
        new RegExp(`\\(${subject} (>=|>|<=|<) \\(?${number}`, 'g'),
      )) {
        const value = Number(amount);
        if (operator === '>=') rules[low] = value;
        else if (operator === '>') rules[low] = value + one;
        else if (operator === '<=') rules[high] = value;
        else rules[high] = value - one;
      }
    };
    limit(escaped, 'min', 'max', 1);
    limit(`length\\(\\(?${escaped}\\)?(?:::text)?\\)`, 'minLength', 'maxLength', 1);
    const pattern = new RegExp(`\\(${escaped} ~ '((?:[^']|'')+)'::text\\)`).exec(check)?.[1];
    if (pattern !== undefined) rules.pattern = pattern.replaceAll("''", "'");
    const list = new RegExp(`^\\(${escaped} = ANY \\(ARRAY\\[(.+)\\]\\)\\)$`).exec(check)?.[1];
    if (list !== undefined) {
      rules.choices = Array.from(list.matchAll(/'((?:[^']|'')*)'::text/g), (m) =>
        (m[1] ?? '').replaceAll("''", "'"),
      );
    }
  }
  return rules;
}
