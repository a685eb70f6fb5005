import { BlockOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useText } from '../../providers/use-text.ts';
import { layerNames, type LayerName } from './town-parts.ts';

type Props = { shown: ReadonlySet<LayerName>; onChange: (shown: ReadonlySet<LayerName>) => void };

/** Switches what the map shows. */
export function LayerSwitch({ shown, onChange }: Props) {
  const text = useText();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={text('layer.title')}
      content={
        <Checkbox.Group
          className="layer-list"
          value={[...shown]}
          onChange={(values) => onChange(new Set(values))}
          options={layerNames.map((value) => ({ value, label: text(`layer.${value}`) }))}
        />
      }
    >
      <Button className="layer-button" icon={<BlockOutlined />} data-testid="map-layers">
        {text('layer.title')}
      </Button>
    </Popover>
  );
}
