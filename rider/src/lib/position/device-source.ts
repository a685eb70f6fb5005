import type { Fix, PositionSource } from './position-source.ts';

/** The phone's own geolocation. It tells a problem once it has one and goes on trying. */
export function createDeviceSource(): PositionSource {
  return {
    start: ({ onFix, onProblem }) => {
      if (!('geolocation' in navigator)) {
        onProblem('unavailable');
        return () => {};
      }
      const watch = navigator.geolocation.watchPosition(
        (position) => onFix(toFix(position)),
        (error) => onProblem(error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable'),
        { enableHighAccuracy: true, maximumAge: 2_000, timeout: 20_000 },
      );
      return () => navigator.geolocation.clearWatch(watch);
    },
  };
}

function toFix({ coords, timestamp }: GeolocationPosition): Fix {
  const { longitude: lon, latitude: lat, heading } = coords;
  return { lon, lat, heading: heading === null || Number.isNaN(heading) ? null : heading, at: timestamp };
}
