import type sharp from 'sharp';

let opening: Promise<typeof sharp> | undefined;

/** The decoder of photographs, loaded when the first one comes: most commands and many nodes never see any. */
export function openDecoder(): Promise<typeof sharp> {
  opening ??= import('sharp').then(({ default: loaded }) => {
    // Its other readers (SVG, TIFF, PDF and the rest) stay shut, whatever a file claims to be.
    loaded.block({ operation: ['VipsForeignLoad'] });
    loaded.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    });
    // A cache would keep faces in memory after they were shown.
    loaded.cache(false);
    return loaded;
  });
  return opening;
}
