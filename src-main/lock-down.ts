/**
 * Takes from a session and a page everything that our screens do not need: Electron's security list, items 5, 12, 13,
 * 14 and 20. What a window is created with (items 2 to 4, 6, 8 to 11) stands in windows.ts, the policy of the page
 * (item 7) in doors/screens.ts, the scheme (items 1 and 18) in doors/window.ts, the fuses (item 19) in
 * electron-builder.yml. Messages between processes (item 17) and links that the system opens (item 15) do not exist.
 */
import type { Session, WebContents } from 'electron';
import type { Audience } from './doors/screens.ts';
import { isOwn, mayLoad, maySave, permits } from './window-rules.ts';

export function lockDownSession(session: Session, audience: Audience): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const origin = details.requestingUrl;
    callback(permits({ permission, origin, media, isMainFrame: details.isMainFrame }, audience));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const media = details.mediaType ? [details.mediaType] : [];
    return permits({ permission, origin, media, isMainFrame: details.isMainFrame }, audience);
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null));
  session.on('will-download', (event, item) => {
    if (!maySave(item.getURL(), audience)) event.preventDefault();
  });
  // Otherwise the dictionary would be fetched from Google.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !mayLoad(details.url, audience) });
  });
}

/** @param audience null for a page that is none of ours: it may go nowhere. */
export function lockDownPage(contents: WebContents, audience: Audience | null): void {
  const stayHome = (event: { preventDefault(): void; url: string }) => {
    if (!isOwn(event.url, audience)) event.preventDefault();
  };
  contents.on('will-navigate', stayHome);
  contents.on('will-redirect', stayHome);
  contents.on('will-frame-navigate', stayHome);
  contents.on('will-attach-webview', event => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1);
    void contents.setVisualZoomLevelLimits(1, 1);
  });
  contents.on('zoom-changed', () => contents.setZoomFactor(1));
}
