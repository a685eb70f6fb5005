import type { ActionPart } from './types.ts';

/** The arguments that an action always gives, as [name, JSON]; neither the row nor the person decides them. */
export function fixedArguments(action: ActionPart): [string, string][] {
  return Object.entries(action.arguments ?? {}).flatMap(([name, argument]): [string, string][] =>
    argument.from === 'value' ? [[name, JSON.stringify(argument.value)]] : [],
  );
}
