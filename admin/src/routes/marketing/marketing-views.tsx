import { Tabs } from 'antd';
import { useNavigate } from 'react-router';
import { useText } from '../../providers/use-text.ts';

const places = { own: '/marketing', campaigns: '/marketing/campaigns', effect: '/marketing/effect' } as const;
type View = keyof typeof places;

/** The three sides of marketing, each with an address of its own. */
export function MarketingViews({ current }: { current: View }) {
  const text = useText();
  const navigate = useNavigate();
  return (
    <Tabs
      activeKey={current}
      onChange={(next) => void navigate(places[next as View])}
      items={(['own', 'campaigns', 'effect'] as const).map((view) => ({
        key: view,
        label: <span data-testid={`marketing-${view}`}>{text(`marketing.${view}`)}</span>,
      }))}
    />
  );
}
