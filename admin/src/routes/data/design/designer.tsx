import { HistoryOutlined } from '@ant-design/icons';
import { App, Button, Segmented, Space, Tabs } from 'antd';
import { useState } from 'react';
import { useTypedLater } from '../../../components/engine/use-typed-later.ts';
import { JsonField } from '../../../components/engine/json-field.tsx';
import type { Definition, Resource } from '../../../lib/engine/types.ts';
import { useErrorText } from '../../../providers/use-error-text.ts';
import { useText } from '../../../providers/use-text.ts';
import { useScreenCheck } from '../../../queries/engine/use-screen-check.ts';
import { useScreenCommands } from '../../../queries/engine/use-screen-commands.ts';
import type { ScreenVersion } from '../../../queries/engine/use-screen-versions.ts';
import { ProblemList } from '../problem-list.tsx';
import { DiffModal } from './diff-modal.tsx';
import { FieldsEditor } from './fields-editor.tsx';
import { HistoryDrawer } from './history-drawer.tsx';
import { ListEditor } from './list-editor.tsx';
import { Preview } from './preview.tsx';
import { screenRoles } from './screen-roles.ts';
import { TextsEditor } from './texts-editor.tsx';
import { ViewsEditor } from './views-editor.tsx';

type Props = { resource: Resource; versions: ScreenVersion[]; initial: Definition };

/** Changes a screen: fields, list, texts on the left; on the right what one role would see, and what is wrong. */
export function Designer({ resource, versions, initial }: Props) {
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [definition, setDefinition] = useState(initial);
  const [role, setRole] = useState<string>('admin');
  const [shown, setShown] = useState<'history' | 'diff' | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const commands = useScreenCommands(resource.name);
  const check = useScreenCheck(
    useTypedLater(JSON.stringify(definition)) === JSON.stringify(definition) ? definition : initial,
  );
  const draft = versions.find(({ status }) => status === 'draft');
  const published = versions.find(({ status }) => status === 'published');
  const isDirty = definition !== initial;
  const problems = check.data?.problems ?? [];
  const isBroken = problems.some(({ severity }) => severity === 'error');

  const attempt = async (work: () => Promise<unknown>, done: string): Promise<void> => {
    setBusy(true);
    try {
      await work();
      void message.success(done);
    } catch (failure) {
      void message.error(errorText(failure));
    } finally {
      setBusy(false);
    }
  };
  const publish = async (): Promise<void> => {
    const id = isDirty || !draft ? (await commands.save(definition, draft?.updated_at ?? null)).id : draft.id;
    await commands.publish(id);
  };
  return (
    <>
      <div className="filters">
        <Segmented
          aria-label={text('design.preview_as')}
          data-testid="preview-as"
          value={role}
          onChange={setRole}
          options={screenRoles.map((one) => ({ value: one, label: text(`role.${one}`) }))}
        />
        <span className="push" />
        <Space wrap>
          <span className="muted" data-testid="design-state">
            {text(
              isDirty
                ? 'design.unsaved'
                : draft
                  ? 'design.is_draft'
                  : published
                    ? 'design.is_published'
                    : 'design.is_automatic',
              {
                version: (draft ?? published)?.version ?? 0,
              },
            )}
          </span>
          <Button icon={<HistoryOutlined />} onClick={() => setShown('history')} data-testid="design-history">
            {text('design.history')}
          </Button>
          <Button onClick={() => setShown('diff')} data-testid="design-diff">
            {text('design.diff')}
          </Button>
          <Button
            loading={busy}
            disabled={!isDirty}
            data-testid="design-save"
            onClick={() =>
              void attempt(() => commands.save(definition, draft?.updated_at ?? null), text('design.saved'))
            }
          >
            {text('design.save')}
          </Button>
          <Button
            type="primary"
            loading={busy}
            disabled={isBroken || (!isDirty && !draft)}
            data-testid="design-publish"
            onClick={() => void attempt(publish, text('design.published'))}
          >
            {text('design.publish')}
          </Button>
        </Space>
      </div>
      <div className="designer">
        <section className="design-pane" aria-label={text('design.open')}>
          <Tabs
            size="small"
            items={[
              {
                key: 'fields',
                label: text('design.fields'),
                children: (
                  <FieldsEditor resource={resource} definition={definition} onChange={setDefinition} />
                ),
              },
              {
                key: 'list',
                label: text('design.list'),
                children: <ListEditor resource={resource} definition={definition} onChange={setDefinition} />,
              },
              {
                key: 'views',
                label: text('design.views'),
                children: (
                  <ViewsEditor resource={resource} definition={definition} onChange={setDefinition} />
                ),
              },
              {
                key: 'texts',
                label: text('design.texts'),
                children: <TextsEditor definition={definition} onChange={setDefinition} />,
              },
              {
                key: 'code',
                label: text('design.code'),
                children: (
                  <>
                    <p className="muted">{text('design.code_hint')}</p>
                    <JsonField
                      value={definition}
                      onChange={(next) =>
                        typeof next === 'object' && next !== null && setDefinition(next as Definition)
                      }
                    />
                  </>
                ),
              },
            ]}
          />
        </section>
        <section className="design-pane" aria-label={text('design.preview')}>
          {problems.length > 0 && (
            <div className={isBroken ? 'design-problems design-broken' : 'design-problems'}>
              <h3>{text('design.problems', { count: problems.length })}</h3>
              <ProblemList problems={problems} />
            </div>
          )}
          <Preview resource={resource} definition={check.data?.definition ?? initial} role={role} />
        </section>
      </div>
      <HistoryDrawer
        open={shown === 'history'}
        versions={versions}
        onClose={() => setShown(undefined)}
        onRollBack={(id) => attempt(() => commands.rollBack(id), text('design.rolled_back'))}
        onDiscard={() => attempt(() => commands.discard(), text('design.discarded'))}
      />
      {shown === 'diff' && (
        <DiffModal
          before={published?.definition ?? null}
          after={definition}
          onClose={() => setShown(undefined)}
        />
      )}
    </>
  );
}
