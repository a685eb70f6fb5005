import { Form } from 'antd';
import type { Definition, Labels } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';
import { LabelInputs } from './label-inputs.tsx';

type Props = { definition: Definition; onChange: (next: Definition) => void };

/** What the screen is called and what it says under its heading. */
export function TextsEditor({ definition, onChange }: Props) {
  const text = useText();
  const set = (key: 'labels' | 'help', value: Labels | undefined): void => {
    const { [key]: _, ...rest } = definition;
    onChange((value ? { ...rest, [key]: value } : rest) as Definition);
  };
  return (
    <Form layout="vertical" component="div" className="inspector">
      <LabelInputs
        label={text('design.label')}
        value={definition.labels}
        onChange={(value) => set('labels', value)}
      />
      <LabelInputs
        label={text('design.help')}
        value={definition.help}
        onChange={(value) => set('help', value)}
      />
    </Form>
  );
}
