import type { ActionPart, AnyRow } from './types.ts';

/** The arguments of an action's RPC for one row; `key` is one idempotency key for this row and this intent. */
export function actionArguments(action: ActionPart, row: AnyRow, inputs: AnyRow, key: string): AnyRow {
  return Object.fromEntries(
    Object.entries(action.arguments ?? {}).map(([name, argument]) => {
      switch (argument.from) {
        case 'row':
          return [name, row[argument.column]];
        case 'input':
          return [name, inputs[argument.name] ?? null];
        case 'value':
          return [name, argument.value];
        case 'idempotency_key':
          return [name, key];
      }
    }),
  );
}
