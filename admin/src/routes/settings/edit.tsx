import { Tabs } from 'antd';
import { Page } from '../../components/page.tsx';
import { useText } from '../../providers/use-text.ts';
import { ReasonTable } from './reason-table.tsx';
import { SettingTable } from './setting-table.tsx';

/** Parameters that ops change without code. */
export default function SettingsPage() {
  const text = useText();
  return (
    <Page title={text('screen.settings')} lead={text('settings.lead')} wide={false}>
      <Tabs
        destroyOnHidden
        items={[
          { key: 'parameters', label: text('settings.parameters'), children: <SettingTable /> },
          { key: 'reasons', label: text('settings.reasons'), children: <ReasonTable /> },
        ]}
      />
    </Page>
  );
}
