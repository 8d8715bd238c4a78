import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

const FIRST_PAINT = 'src/app/first-paint.js';
const PRELOADED = /ibm-plex-sans-latin-(400|600)-normal-.*\.woff2$/;

/**
 * Sets scheme and language before the first paint by a small classic script of its own, because the
 * content-security policy allows no inline script; and lets the Latin faces load beside the code.
 */
function firstPaint(): Plugin {
  return {
    name: 'entente-first-paint',
    buildStart() {
      if (this.meta.watchMode || this.environment.mode === 'dev') return;
      this.emitFile({ type: 'asset', name: 'first-paint.js', source: readFileSync(FIRST_PAINT, 'utf8') });
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const script = (src: string): HtmlTagDescriptor => ({
          tag: 'script',
          attrs: { src },
          injectTo: 'head-prepend',
        });
        if (!bundle) return [script(`/${FIRST_PAINT}`)];
        const files = Object.keys(bundle);
        const fonts = files.filter((file) => PRELOADED.test(file));
        return [
          ...files.filter((file) => /first-paint-.*\.js$/.test(file)).map((file) => script(`/${file}`)),
          ...fonts.map(
            (file): HtmlTagDescriptor => ({
              tag: 'link',
              attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
              injectTo: 'head',
            }),
          ),
        ];
      },
    },
  };
}

/** Every browser the console supports reads WOFF2, so the WOFF copies are left out of the build. */
const woff2Only = {
  postcssPlugin: 'entente-woff2-only',
  Declaration: {
    src(declaration: { value: string }) {
      declaration.value = declaration.value.replaceAll(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '');
    },
  },
};

/** Lays a packed copy beside each script and style sheet; the node sends it to browsers that take it. */
function packed(): Plugin {
  return {
    name: 'entente-packed',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!/\.(js|css|svg)$/.test(fileName)) continue;
          const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          this.emitFile({
            type: 'asset',
            fileName: `${fileName}.br`,
            source: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
          });
          this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(bytes) });
        }
      },
    },
  };
}

/**
 * The node that `npm run dev` works against. It is told its own address, since it answers to no other, and
 * reached by number, since only browsers resolve names under `.localhost`.
 */
const address = new URL(process.env.ENTENTE_NODE ?? 'http://kz.localhost:8700');
const node = {
  target: address.hostname.endsWith('.localhost') ? `http://127.0.0.1:${address.port}` : address.origin,
  headers: { host: address.host, origin: address.origin },
};

export default defineConfig({
  plugins: [react(), firstPaint(), packed()],
  css: { postcss: { plugins: [woff2Only] } },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': node, '/readyz': node } },
});
