/** What every door does once it knows who is asking: the API to the app, everything else to the screens. */
import type { createApp } from '../app.ts';
import type { Audience, Screens } from './screens.ts';

export interface House {
  api: ReturnType<typeof createApp>;
  screens: Screens;
}

export async function answer(house: House, door: Audience, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const forApi = pathname === '/api' || pathname.startsWith('/api/');
  return (!forApi && house.screens.answer(request, door)) || house.api.fetch(request, { door });
}
