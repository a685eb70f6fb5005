import { App, Switch } from 'antd';
import { usePromotionCommand } from '../../queries/promotion/use-promotion-command.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import type { PromotionRow } from '../../queries/promotion/use-promotion.ts';

/** Publishes and pauses a promotion in place. */
export function PromotionSwitch({
  row,
  label,
  isReadOnly,
}: {
  row: PromotionRow;
  label: string;
  isReadOnly: boolean;
}) {
  const { mutate, isPending } = usePromotionCommand();
  const { message } = App.useApp();
  const errorText = useErrorText();
  return (
    <Switch
      size="small"
      checked={row.status === 'published'}
      disabled={isReadOnly || row.status === 'ended'}
      loading={isPending}
      aria-label={label}
      data-testid="promotion-active"
      onChange={(next) =>
        mutate(
          { id: row.id, command: next ? 'publish' : 'pause', key: crypto.randomUUID() },
          { onError: (error) => void message.error(errorText(error)) },
        )
      }
    />
  );
}
