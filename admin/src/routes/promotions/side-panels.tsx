import { Tabs } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { LoadingPage } from '../../components/loading-page.tsx';
import type { Fact, Group } from '../../lib/logic/types.ts';
import type { PromotionDraft } from '../../lib/promotion/draft.ts';
import { useText } from '../../providers/use-text.ts';
import type { PromotionRow } from '../../queries/promotion/use-promotion.ts';
import { HandOutPanel } from './panels/hand-out-panel.tsx';
import { PreviewPanel } from './panels/preview-panel.tsx';
import type { PromotionScope } from './scope.ts';

const SimulationPanel = lazy(() => import('./panels/simulation-panel.tsx'));
const ReportPanel = lazy(() => import('./panels/report-panel.tsx'));

export type PanelProps = {
  scope: PromotionScope;
  row: PromotionRow | undefined;
  draft: PromotionDraft;
  tree: Group;
  facts: readonly Fact[];
  /** The draft is whole enough to be tried. */
  isRight: boolean;
};

/** What the promotion would do, would have cost, and did. */
export function SidePanels(props: PanelProps) {
  const text = useText();
  const { row, draft, scope } = props;
  const [tab, setTab] = useState('preview');
  const items = [
    { key: 'preview', label: text('panel.preview'), children: <PreviewPanel {...props} /> },
    {
      key: 'simulation',
      label: <span data-testid="tab-simulation">{text('panel.simulation')}</span>,
      children: <SimulationPanel {...props} />,
    },
    ...(row && row.status !== 'draft'
      ? [
          {
            key: 'report',
            label: text('panel.report'),
            children: <ReportPanel row={row} city={scope.city} />,
          },
        ]
      : []),
    ...(row && draft.kind === 'coupon' && row.status !== 'draft' && scope.mayEdit
      ? [
          {
            key: 'hand-out',
            label: text('panel.hand_out'),
            children: <HandOutPanel row={row} facts={props.facts} scope={scope} />,
          },
        ]
      : []),
  ];
  return (
    <aside className="builder-side" aria-label={text('panel.title')}>
      <Suspense fallback={<LoadingPage />}>
        <Tabs destroyOnHidden size="small" activeKey={tab} onChange={setTab} items={items} />
      </Suspense>
    </aside>
  );
}
