/** What a phone shows: one form or one file, and one button. In both languages at once, without a script. */
import { html } from 'hono/html';
import type { Sentence } from '../problem.ts';

export interface FormView {
  number: string;
  titles: { title: string; pages: string; pageCount: number }[];
  copies: number;
  paper: string;
  duplex: boolean;
  sheets: number;
  ready: boolean;
}

type Page = string | Promise<string>;

const style = `
  body { margin: 0 auto; max-width: 34rem; padding: 1.25rem; font: 500 1.125rem/1.45 system-ui, sans-serif;
    color: #10243e; background: #fbfaf7 }
  h1 { margin: 0 0 .25rem; font-size: 2.75rem; line-height: 1.1 }
  p { margin: .5rem 0 } ol { padding-left: 1.5rem } li { margin: .75rem 0 } small { color: #3f5068 }
  .button { display: grid; place-content: center; text-align: center; text-decoration: none }
  button, .button { width: 100%; min-height: 4rem; margin-top: 1rem; border: 0; border-radius: 1rem; font: inherit;
    font-weight: 700; color: #fff; background: #0a4f96 }`;

function frame(title: string, body: Page): Page {
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
}

export function formPage(form: FormView): Page {
  const sides = form.duplex ? 'bolak-balik' : 'satu sisi';
  return frame(
    `Fotokopi ${form.number}`,
    html`<p>Formulir layanan fotokopi <small lang="en">Photocopy form</small></p>
      <h1>${form.number}</h1>
      <p>
        <strong>${form.copies} rangkap, ${form.paper.toUpperCase()}, ${sides}</strong>, seluruhnya
        ${form.sheets} lembar
      </p>
      <ol>
        ${form.titles.map(
          one =>
            html`<li>${one.title}<br /><strong>Halaman ${one.pages}</strong> (${one.pageCount} hal.)</li>`,
        )}
      </ol>
      ${
        form.ready
          ? html`<form method="post">
              <button type="submit">
                Sudah difotokopi<br /><small style="color:inherit" lang="en">Copies are made</small>
              </button>
            </form>`
          : html`<p>
              <strong>Publikasi belum dicatat keluar.</strong> Mohon pengunjung menemui petugas PST dahulu.<br /><small
                lang="en"
                >The publication has not left the office yet. Please ask the visitor to see the PST officer
                first.</small
              >
            </p>`
      }`,
  );
}

export interface DownloadView {
  titles: string[];
  pages: number;
  bytes: number;
}

export function downloadPage(view: DownloadView, fileAddress: string): Page {
  const megabytes = (view.bytes / 1024 / 1024).toLocaleString('id-ID', { maximumFractionDigits: 1 });
  return frame(
    'Softcopy',
    html`<p>Softcopy untuk Anda <small lang="en">Your softcopy</small></p>
      <ol>
        ${view.titles.map(title => html`<li>${title}</li>`)}
      </ol>
      <p>${view.pages} halaman <small lang="en">pages</small>, ${megabytes} MB (PDF)</p>
      <p>
        <a class="button" href="${fileAddress}" download
          >Unduh sekarang<br /><small style="color:inherit" lang="en">Download now</small></a
        >
      </p>
      <p>
        <small>Tautan ini dapat dipakai satu kali. <span lang="en">This link works once.</span></small>
      </p>`,
  );
}

const messages = {
  thanks: {
    title: 'Terima kasih',
    id: 'Tercatat sudah difotokopi. Mohon serahkan publikasi dan sobekan kepada pengunjung untuk dibawa kembali ke petugas PST.',
    en: 'Recorded as copied. Please hand the publication and the stub to the visitor, to be taken back to the PST officer.',
  },
  refused: { title: 'Tidak dapat dilanjutkan', id: '', en: '' },
  nothing: {
    title: 'Tidak ada di sini',
    id: 'Pindai kode QR pada sobekan formulir fotokopi.',
    en: 'Scan the QR code on the stub of a photocopy form.',
  },
};

export function messagePage(which: keyof typeof messages, said?: Sentence): Page {
  const { title, id, en } = messages[which];
  return frame(
    title,
    html`<h1>${title}</h1>
      <p>${said?.id ?? id}</p>
      <p lang="en"><small>${said?.en ?? en}</small></p>`,
  );
}
