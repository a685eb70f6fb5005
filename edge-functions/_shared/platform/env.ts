/** Settings by name, as `Deno.env.toObject()` or `process.env` give them. */
export type Env = Readonly<Record<string, string | undefined>>;

/** A setting that must exist; otherwise an Error that names it, so that a wrong deployment says what it lacks. */
export function required(env: Env, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`The setting ${name} is missing`);
  return value;
}

/** A PEM from a setting; `\n` written as two characters becomes a line break. */
export function requiredPem(env: Env, name: string): string {
  return required(env, name).replaceAll('\\n', '\n');
}
