import { Button, Drawer, Popconfirm, Timeline } from 'antd';
import { RelativeTime } from '../../../components/relative-time.tsx';
import { ToneTag } from '../../../components/status-tag.tsx';
import { useText } from '../../../providers/use-text.ts';
import type { ScreenVersion } from '../../../queries/engine/use-screen-versions.ts';

type Props = {
  open: boolean;
  versions: readonly ScreenVersion[];
  onClose: () => void;
  onRollBack: (id: string) => Promise<void>;
  onDiscard: () => Promise<void>;
};

const tones = { draft: 'warning', published: 'success', archived: 'quiet' } as const;

/** Every version of a screen; an older one can come back. */
export function HistoryDrawer({ open, versions, onClose, onRollBack, onDiscard }: Props) {
  const text = useText();
  return (
    <Drawer open={open} title={text('design.history')} size={420} onClose={onClose}>
      {versions.length === 0 && <p className="muted">{text('design.no_history')}</p>}
      <Timeline
        items={versions.map((version) => ({
          key: version.id,
          content: (
            <div className="version" data-testid="screen-version" data-status={version.status}>
              <strong>{text('design.version', { version: version.version })}</strong>{' '}
              <ToneTag tone={tones[version.status]}>{text(`screen_status.${version.status}`)}</ToneTag>{' '}
              <RelativeTime at={version.published_at ?? version.updated_at} />
              {version.note !== '' && <p className="muted">{version.note}</p>}
              {version.status === 'archived' && (
                <Popconfirm
                  title={text('design.roll_back_question', { version: version.version })}
                  onConfirm={() => onRollBack(version.id)}
                >
                  <Button size="small" data-testid="roll-back">
                    {text('design.roll_back')}
                  </Button>
                </Popconfirm>
              )}
              {version.status === 'draft' && (
                <Popconfirm title={text('design.discard_question')} onConfirm={onDiscard}>
                  <Button size="small" danger>
                    {text('design.discard')}
                  </Button>
                </Popconfirm>
              )}
            </div>
          ),
        }))}
      />
    </Drawer>
  );
}
