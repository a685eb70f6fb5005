import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { newPerson, shoot, type PersonOptions } from './browser.ts';

/**
 * Gives each of the named people a browser of their own for `work`. No page may throw; when `work` fails, what
 * everybody saw is kept.
 */
export async function withPeople<Name extends string>(
  browser: Browser,
  story: string,
  people: Record<Name, PersonOptions>,
  work: (pages: Record<Name, Page>) => Promise<void>,
): Promise<void> {
  const names = Object.keys(people) as Name[];
  const persons = await Promise.all(
    names.map(async (name) => ({ name, ...(await newPerson(browser, people[name])) })),
  );
  const pages = Object.fromEntries(persons.map(({ name, page }) => [name, page])) as Record<Name, Page>;
  try {
    await work(pages);
    for (const { problems } of persons) assert.deepEqual(problems, []);
  } catch (failure) {
    for (const { name, page } of persons) await shoot(page, `${story}-failed-${name}`).catch(() => undefined);
    throw failure;
  } finally {
    await Promise.all(persons.map(({ context }) => context.close()));
  }
}
