import { PlusOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Page } from '../../components/page.tsx';
import { useMay } from '../../components/use-may.ts';
import { useText } from '../../providers/use-text.ts';
import { CasesPanel } from './cases-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';

const parts = ['open', 'decided', 'rules'] as const;

/** The risk desk: what waits for a decision, what was decided, and the rules that ask. */
export default function RiskPage() {
  const text = useText();
  const may = useMay('risk', 'edit');
  const [params, setParams] = useSearchParams();
  const [isNew, setNew] = useState(false);
  const part = parts.find((known) => known === params.get('part')) ?? 'open';
  return (
    <Page
      title={text('screen.risk')}
      lead={text(`risk.lead_${part}`)}
      actions={
        part === 'rules' &&
        may && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="risk-rule-new"
            onClick={() => setNew(true)}
          >
            {text('risk.new_rule')}
          </Button>
        )
      }
    >
      <Tabs
        activeKey={part}
        onChange={(key) => setParams({ part: key }, { replace: true })}
        items={parts.map((key) => ({ key, label: text(`risk.part_${key}`) }))}
      />
      {part === 'rules' ? (
        <RulesPanel isNew={isNew} onNewClosed={() => setNew(false)} />
      ) : (
        <CasesPanel key={part} isOpen={part === 'open'} />
      )}
    </Page>
  );
}
