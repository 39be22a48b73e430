import { afterEach, expect, test, vi } from 'vitest';

class OneSource extends EventTarget {
  static made: OneSource[] = [];
  constructor() {
    super();
    OneSource.made.push(this);
  }
}

afterEach(() => vi.unstubAllGlobals());

test('one change is told once, to however many listen', async () => {
  vi.stubGlobal('location', { origin: 'http://127.0.0.1:1' });
  vi.stubGlobal('EventSource', OneSource);
  const { onChange, onLink } = await import('./live.ts');
  const heard: string[] = [];
  onChange(topics => heard.push(`first ${topics.join()}`));
  onChange(topics => heard.push(`second ${topics.join()}`));
  onLink(up => heard.push(up ? 'up' : 'down'));
  expect(OneSource.made).toHaveLength(1);
  OneSource.made[0]!.dispatchEvent(new Event('open'));
  OneSource.made[0]!.dispatchEvent(
    new MessageEvent('change', { data: JSON.stringify({ topics: ['visit'] }) }),
  );
  expect(heard).toEqual(['down', 'up', 'first visit', 'second visit']);
});
