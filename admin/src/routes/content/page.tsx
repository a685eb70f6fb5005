import { PlusOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCity } from '../../app/workspace.ts';
import { Page } from '../../components/page.tsx';
import { useMay } from '../../components/use-may.ts';
import { useText } from '../../providers/use-text.ts';
import { AdsPanel } from './ads-panel.tsx';
import { ArticlesPanel } from './articles-panel.tsx';
import { BannersPanel } from './banners-panel.tsx';

const parts = ['banners', 'articles', 'ads'] as const;
export type Part = (typeof parts)[number];
const panels = { banners: BannersPanel, articles: ArticlesPanel, ads: AdsPanel };

/** What the operator shows customers: front page, articles, advertising. */
export default function ContentPage() {
  const text = useText();
  const city = useCity();
  const [params, setParams] = useSearchParams();
  const [isNew, setNew] = useState(false);
  const may = useMay('content', 'edit');
  const part = parts.find((known) => known === params.get('part')) ?? 'banners';
  const Panel = panels[part];
  return (
    <Page
      title={text('screen.content')}
      lead={text(`content.lead_${part}`)}
      actions={
        may && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="content-new"
            onClick={() => setNew(true)}
          >
            {text(`content.new_${part}`)}
          </Button>
        )
      }
    >
      <Tabs
        activeKey={part}
        onChange={(key) => setParams({ part: key }, { replace: true })}
        items={parts.map((key) => ({ key, label: text(`content.part_${key}`) }))}
      />
      <Panel city={city} isNew={isNew} onNewClosed={() => setNew(false)} />
    </Page>
  );
}
