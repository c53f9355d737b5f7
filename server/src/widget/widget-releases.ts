import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The entry file that script tags load. */
const WIDGET_ENTRY = 'outage-status.js';

/** One state of the widget's files, which a page can pin. */
export interface WidgetRelease {
  /** Version and the first digits of the entry's hash, `0.1.0-1f0c88aa`; a rebuild of the same version is another release. */
  readonly label: string;
  /** Hash of the entry, for `integrity`; the entry contains those of its chunks. */
  readonly integrity: string;
  readonly folder: string;
}

/** The form of a label, which is part of an address and of a path. */
const RELEASE_LABEL = /^\d+\.\d+\.\d+(?:-[\w.]+)?-[0-9a-f]{8}$/;

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/**
 * The releases of the widget that this server can serve: the installed one, and those it has served before. A page that
 * pins one by its hash keeps working after the server was updated.
 */
export class WidgetReleases {
  readonly #installed: string;
  readonly #version: string;
  readonly #archive: string;

  /**
   * @param installed Folder of the installed widget's files.
   * @param version Its version.
   * @param archive Folder for the releases; created with the first one.
   */
  constructor(installed: string, version: string, archive: string) {
    this.#installed = installed;
    this.#version = version;
    this.#archive = archive;
  }

  /**
   * The installed release, from its files on disk.
   *
   * @returns `undefined` if the widget is not built.
   */
  async current(): Promise<WidgetRelease | undefined> {
    try {
      const text = await readFile(join(this.#installed, 'integrity.json'), 'utf8');
      const integrity = (JSON.parse(text) as Record<string, string>)[WIDGET_ENTRY] ?? '';
      const hash = Buffer.from(integrity.replace(/^sha384-/, ''), 'base64').toString('hex');
      const label = `${this.#version}-${hash.slice(0, 8)}`;
      return RELEASE_LABEL.test(label) ? { label, integrity, folder: this.#installed } : undefined;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /**
   * The folder with the files of a release.
   *
   * @returns `undefined` if this server has never had it.
   */
  async folderOf(label: string): Promise<string | undefined> {
    if (!RELEASE_LABEL.test(label)) return undefined;
    if ((await this.current())?.label === label) return this.#installed;
    const kept = join(this.#archive, label);
    return (await isFolder(kept)) ? kept : undefined;
  }

  /**
   * Copies the installed release into the archive, unless it is there. A copy is complete or does not exist.
   *
   * @throws {Error} If the archive is not writable.
   */
  async keep(): Promise<void> {
    const release = await this.current();
    if (!release) return;
    const kept = join(this.#archive, release.label);
    if (await isFolder(kept)) return;
    await this.#copy(release.folder, kept);
  }

  async #copy(from: string, to: string): Promise<void> {
    await mkdir(this.#archive, { recursive: true });
    const unfinished = await mkdtemp(join(this.#archive, 'unfinished-'));
    try {
      await cp(from, unfinished, { recursive: true, filter: (path) => !path.endsWith('.map') });
      await rename(unfinished, to);
    } catch (error) {
      await rm(unfinished, { recursive: true, force: true });
      // Another process on this machine has made the copy.
      if (!(await isFolder(to))) throw error;
    }
  }
}
