import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Collapse, Space } from 'antd';
import type { KeyboardEvent } from 'react';
import { nudge, splitEdge, type Areas, type Corner } from '../../lib/area-corners.ts';
import { useText } from '../../providers/use-text.ts';

type Chosen = { area: number; index: number };
type Props = {
  areas: Areas;
  chosen: Chosen | undefined;
  onChoose: (corner: Chosen | undefined) => void;
  onChange: (areas: Areas) => void;
};

/** Metres that an arrow key moves a corner; with Shift ten times as far. */
const stepMeters = 20;
const arrows: Record<string, readonly [east: number, north: number]> = {
  ArrowUp: [0, stepMeters],
  ArrowDown: [0, -stepMeters],
  ArrowLeft: [-stepMeters, 0],
  ArrowRight: [stepMeters, 0],
};

/** The corners of the drawn areas: arrow keys move the focused one, Insert adds after it, Delete removes it. */
export function AreaCorners({ areas, chosen, onChoose, onChange }: Props) {
  const text = useText();
  if (areas.length === 0) return null;
  const put = (area: number, corners: Corner[]): void =>
    onChange(
      corners.length < 3
        ? areas.filter((_known, index) => index !== area)
        : areas.map((known, index) => (index === area ? corners : known)),
    );
  const remove = ({ area, index }: Chosen): void => {
    put(
      area,
      (areas[area] ?? []).filter((_corner, at) => at !== index),
    );
    onChoose(undefined);
  };
  const add = ({ area, index }: Chosen): void => {
    put(area, splitEdge(areas[area] ?? [], index));
    onChoose({ area, index: index + 1 });
  };
  const key = (event: KeyboardEvent, at: Chosen): void => {
    const arrow = arrows[event.key];
    const corner = areas[at.area]?.[at.index];
    if (arrow && corner) {
      const [east, north] = arrow.map((meters) => (event.shiftKey ? meters * 10 : meters));
      put(
        at.area,
        (areas[at.area] ?? []).map((known, index) =>
          index === at.index ? nudge(corner, east ?? 0, north ?? 0) : known,
        ),
      );
    } else if (event.key === 'Delete' || event.key === 'Backspace') remove(at);
    else if (event.key === 'Insert' || event.key === '+') add(at);
    else return;
    event.preventDefault();
  };
  return (
    <Collapse
      size="small"
      className="area-corners"
      items={[
        {
          key: 'corners',
          label: text('area.corners'),
          children: (
            <>
              <p className="muted">{text('area.keys')}</p>
              {areas.map((corners, area) => (
                <div
                  key={area}
                  className="corner-row"
                  role="group"
                  aria-label={text('area.number', { amount: area + 1 })}
                >
                  <strong>{text('area.number', { amount: area + 1 })}</strong>
                  <Space wrap size={4}>
                    {corners.map((corner, index) => {
                      const isChosen = chosen?.area === area && chosen.index === index;
                      return (
                        <Button
                          key={index}
                          size="small"
                          type={isChosen ? 'primary' : 'default'}
                          aria-pressed={isChosen}
                          aria-label={text('area.corner', {
                            amount: index + 1,
                            place: `${corner[1].toFixed(5)}, ${corner[0].toFixed(5)}`,
                          })}
                          data-testid="area-corner"
                          onFocus={() => onChoose({ area, index })}
                          onClick={() => onChoose({ area, index })}
                          onKeyDown={(event) => key(event, { area, index })}
                        >
                          {index + 1}
                        </Button>
                      );
                    })}
                  </Space>
                  {chosen?.area === area && (
                    <Space size={4}>
                      <Button size="small" icon={<PlusOutlined />} onClick={() => add(chosen)}>
                        {text('area.add_corner')}
                      </Button>
                      <Button size="small" icon={<DeleteOutlined />} onClick={() => remove(chosen)}>
                        {text('area.remove_corner')}
                      </Button>
                    </Space>
                  )}
                  <Button
                    size="small"
                    type="text"
                    danger
                    onClick={() => onChange(areas.filter((_known, index) => index !== area))}
                  >
                    {text('area.remove')}
                  </Button>
                </div>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}
