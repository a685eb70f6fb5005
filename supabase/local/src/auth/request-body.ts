import type { Context } from 'hono';
import { AuthFailure, invalid } from './failure.ts';

export type Body = Record<string, unknown>;

/** The JSON object of a request; an empty body is an empty object. @throws AuthFailure `bad_json` */
export async function readBody(c: Context): Promise<Body> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AuthFailure(400, 'bad_json', 'Could not parse request body as JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AuthFailure(400, 'bad_json', 'Could not parse request body as JSON: an object is needed');
  }
  return { ...value };
}

/** A text field; absent, null and empty are undefined. @throws AuthFailure when it is of another type */
export function textField(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string' || value.includes('\u0000')) throw invalid(`${name} must be a text`);
  return value;
}

export function flagField(body: Body, name: string): boolean {
  return body[name] === true;
}

/** An object field; absent and null are undefined. @throws AuthFailure when it is of another type */
export function objectField(body: Body, name: string): Record<string, unknown> | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value)) throw invalid(`${name} must be an object`);
  return { ...value };
}

/** A normalised e-mail address, or undefined. @throws AuthFailure when it is not one */
export function emailField(body: Body, name = 'email'): string | undefined {
  const email = textField(body, name)?.trim().toLowerCase();
  if (email === undefined) return undefined;
  if (email.length > 255 || !/^[^\s@"<>]+@[^\s@"<>]+$/.test(email)) {
    throw invalid('Unable to validate email address: invalid format');
  }
  return email;
}

/** A phone number as E.164 digits without `+`, or undefined. @throws AuthFailure when it is not one */
export function phoneField(body: Body, name = 'phone'): string | undefined {
  const phone = textField(body, name)?.replace(/^\+/, '').replaceAll(' ', '');
  if (phone === undefined) return undefined;
  if (!/^[1-9][0-9]{1,14}$/.test(phone)) throw invalid('Invalid phone number format (E.164 required)');
  return phone;
}
