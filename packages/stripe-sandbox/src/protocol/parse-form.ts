/** Nested parameters: texts and objects of parameters; a list is an object with the keys 0, 1, …. */
export type Params = { [name: string]: string | Params };

/** Reads `a[b][0]=c` as Stripe's API does. */
export function parseForm(text: string): Params {
  const params = branch();
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split(/\]?\[/).map((part) => part.replace(/\]$/, ''));
    const last = path.pop() ?? '';
    let place = params;
    for (const part of path) {
      const next = place[part];
      place = typeof next === 'object' ? next : (place[part] = branch());
    }
    place[last === '' ? String(Object.keys(place).length) : last] = value;
  }
  return params;
}

/** A branch of parameters, empty where it is absent or a text. */
export function branchOf(params: Params, name: string): Params {
  const value = params[name];
  return typeof value === 'object' ? value : branch();
}

/** A text, undefined where it is absent. */
export function textOf(params: Params, name: string): string | undefined {
  const value = params[name];
  return typeof value === 'string' ? value : undefined;
}

/** A branch's texts, such as `metadata`. */
export function textsOf(params: Params, name: string): Record<string, string> {
  const texts = Object.entries(branchOf(params, name)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

function branch(): Params {
  return Object.create(null) as Params;
}
