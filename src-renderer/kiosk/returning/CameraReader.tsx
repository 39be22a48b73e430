import { prepareZXingModule } from 'barcode-detector/polyfill';
import { Html5Qrcode, Html5QrcodeSupportedFormats } from 'html5-qrcode';
import { useEffect, useRef } from 'react';
import wasmPath from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { returningWords } from '../../words/kiosk.ts';
import { useWords } from '../../words.ts';
import './camera.css';

interface Props {
  onRead: (code: string) => void;
  /** Refused, absent, in use or broken: all the same to the visitor. */
  onMissing: () => void;
}

// Without this the decoder would be fetched from a public server.
prepareZXingModule({
  overrides: {
    locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmPath : prefix + path),
  },
});

const placeId = 'camera-picture';

/** Reads a QR picture held in front of the kiosk's camera. Nothing is recorded; the picture never leaves the page. */
export default function CameraReader({ onRead, onMissing }: Props) {
  const { say } = useWords();
  const newest = useRef({ onRead, onMissing });
  useEffect(() => {
    newest.current = { onRead, onMissing };
  });
  useEffect(() => {
    const reader = new Html5Qrcode(placeId, {
      formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE, Html5QrcodeSupportedFormats.CODE_128],
      useBarCodeDetectorIfSupported: true,
      verbose: false,
    });
    let gone = false;
    let read = false;
    const started = reader
      .start(
        { facingMode: 'user' },
        { fps: 10, aspectRatio: 4 / 3 },
        text => {
          if (read || gone) return;
          read = true;
          newest.current.onRead(text);
        },
        () => {},
      )
      .then(
        () => true,
        () => {
          if (!gone) newest.current.onMissing();
          return false;
        },
      );
    return () => {
      gone = true;
      void started.then(running => (running ? reader.stop() : undefined)).catch(() => {});
    };
  }, []);
  return <div id={placeId} className="k-camera" role="img" aria-label={say(returningWords.cameraAim)} />;
}
