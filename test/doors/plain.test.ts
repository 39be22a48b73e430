import { describeDoor, type Ask } from './contract.ts';

describeDoor(
  'plain function',
  async ({ app }) => {
    const askAs =
      (door: 'kiosk' | 'staff'): Ask =>
      async (path, init) =>
        app.fetch(new Request(`http://station${path}`, init), { door });
    return { kiosk: askAs('kiosk'), staff: askAs('staff') };
  },
  { pages: false },
);
