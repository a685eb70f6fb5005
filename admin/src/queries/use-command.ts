import { newKey, type LinliClient } from '@linli/database';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../app/services.ts';
import { useErrorText } from '../providers/use-error-text.ts';
import { useText, type MessageKey } from '../providers/use-text.ts';

type Options<Args> = {
  /** What is said when it is done. */
  done: MessageKey | ((args: Args) => MessageKey);
  /** What is read again afterwards, done or not. */
  refresh: readonly QueryKey[];
};

/**
 * A command with an idempotency key of its own for each intent, so that a repeat after a broken connection does
 * nothing twice. `send` resolves with the answer, and rejects with an error that has been shown.
 */
export function useCommand<Args, Answer>(
  perform: (client: LinliClient, args: Args, key: string) => Promise<Answer>,
  { done, refresh }: Options<Args>,
) {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const mutation = useMutation({
    mutationFn: ({ args, key }: { args: Args; key: string }) => perform(client, args, key),
    onSuccess: (_answer, { args }) =>
      void message.success(text(typeof done === 'function' ? done(args) : done)),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => Promise.all(refresh.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return {
    send: (args: Args) => mutation.mutateAsync({ args, key: newKey() }),
    busy: mutation.isPending,
    /** What is under way. */
    pending: mutation.isPending ? mutation.variables.args : undefined,
  };
}
