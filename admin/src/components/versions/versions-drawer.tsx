import { Button, Drawer, Popconfirm, Skeleton, Timeline } from 'antd';
import { useState } from 'react';
import { diffContent } from '../../lib/versions/diff-content.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { useVersions, type Version } from '../../queries/rules/use-versions.ts';
import { ErrorState } from '../error-state.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { ToneTag } from '../status-tag.tsx';
import { DiffList } from './diff-list.tsx';
import { useDiffText, type ShowPart } from './use-diff-text.ts';

type Props = {
  /** One of the tables that `list_versions` knows, and the key of the row. */
  table: string;
  rowKey: string;
  open: boolean;
  currency: string;
  /** Columns that say nothing to people. */
  ignored?: readonly string[];
  /** Shows a part in better words than its value. */
  show?: ShowPart;
  onClose: () => void;
  /** Saves an older content the normal way; without it nothing can be restored. */
  onRestore?: (content: Record<string, unknown>) => Promise<unknown>;
};

/** Every version of a rule: who changed what and when; an older one can be saved again. */
export function VersionsDrawer({
  table,
  rowKey,
  open,
  currency,
  ignored = [],
  show,
  onClose,
  onRestore,
}: Props) {
  const text = useText();
  const errorText = useErrorText();
  const versions = useVersions(table, rowKey, open);
  const lines = useDiffText(currency, show);
  const [error, setError] = useState<unknown>(undefined);
  const list = versions.data ?? [];
  const restore = async (version: Version): Promise<void> => {
    setError(undefined);
    try {
      await onRestore?.(version.content);
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Drawer open={open} title={text('versions.title')} size={480} onClose={onClose} destroyOnHidden>
      {versions.isError && list.length === 0 && (
        <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
      )}
      {versions.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {error !== undefined && (
        <p className="field-fault" role="alert">
          {errorText(error)}
        </p>
      )}
      <Timeline
        items={list.map((version, index) => {
          const before = list[index + 1];
          const changes = before ? lines(diffContent(before.content, version.content, ignored)) : [];
          const back = lines(diffContent(list[0]?.content, version.content, ignored));
          return {
            key: version.version,
            content: (
              <div className="version" data-testid="version">
                <div className="version-head">
                  <strong>{version.actor_name ?? (version.actor_role || text('versions.delivered'))}</strong>
                  {version.created_at && <RelativeTime at={version.created_at} />}
                  {index === 0 && <ToneTag tone="success">{text('versions.current')}</ToneTag>}
                </div>
                {before === undefined ? (
                  <p className="muted">{text('versions.first')}</p>
                ) : changes.length === 0 ? (
                  <p className="muted">{text('versions.same')}</p>
                ) : (
                  <DiffList lines={changes} />
                )}
                {index > 0 && onRestore && back.length > 0 && (
                  <Popconfirm
                    title={text('versions.restore_question')}
                    description={<DiffList lines={back.slice(0, 8)} />}
                    okText={text('versions.restore')}
                    onConfirm={() => restore(version)}
                  >
                    <Button size="small" data-testid="restore-version">
                      {text('versions.restore')}
                    </Button>
                  </Popconfirm>
                )}
              </div>
            ),
          };
        })}
      />
    </Drawer>
  );
}
