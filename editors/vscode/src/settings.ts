// What the server is told of the settings, and which of them need a new server. No vscode API here.

/** Read once, when the server starts; a change of one of them restarts it. */
export const START_TIME_SETTINGS = ["glossator.server.path", "glossator.server.extraArgs", "glossator.log.level"];

/** Settings of the extension itself; the server has no use for them. */
const CLIENT_PREFIXES = ["glossator.server.", "glossator.log.", "glossator.trace.", "glossator.run", "glossator.sources."];

/** Settings that the server does not hear of in a workspace that is not trusted: then it has the embedded texts only. */
export const UNTRUSTED_KEYS: readonly string[] = ["corpus", "seeds"];

/** The part of an extension's package.json that declares its settings. */
export interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
}

/** As vscode's `WorkspaceConfiguration`, and as much of it as is needed. */
export interface Configuration {
  get(key: string): unknown;
  inspect(key: string): object | undefined;
}

export interface ServerSettings {
  [key: string]: unknown;
}

/** The names of the settings that are the server's, without `glossator.`: read from the manifest that declares them. */
export function serverKeys(manifest: Manifest): string[] {
  return manifest.contributes.configuration
    .flatMap((section) => Object.keys(section.properties))
    .filter((name) => !CLIENT_PREFIXES.some((prefix) => name.startsWith(prefix)))
    .map((name) => name.replace(/^glossator\./, ""));
}

/**
 * The server's settings as one nested object, with only those that somebody has set.
 *
 * The editor would otherwise send the default of every setting, and each of them would win over the `glossator.toml` of
 * the workspace, which the server asks only where the editor says nothing. `expandText` replaces variables, as in the
 * folders of a corpus.
 */
export function explicitSettings(
  configuration: Configuration,
  keys: readonly string[],
  expandText: (text: string) => string,
): ServerSettings {
  const settings: ServerSettings = {};
  for (const key of keys) {
    if (!isSet(configuration.inspect(key))) {
      continue;
    }
    const path = key.split(".");
    const last = path.pop() as string;
    let inner = settings;
    for (const step of path) {
      inner = (inner[step] ??= {}) as ServerSettings;
    }
    inner[last] = expandTexts(configuration.get(key), expandText);
  }
  return settings;
}

/** One answer to `workspace/configuration`: the whole section, a part of it by its dotted name, or null for none. */
export function sectionOf(settings: ServerSettings, section: string): unknown {
  let value: unknown = { glossator: settings };
  for (const step of section.split(".")) {
    value = typeof value === "object" && value !== null ? (value as ServerSettings)[step] : undefined;
  }
  return value ?? null;
}

function expandTexts(value: unknown, expandText: (text: string) => string): unknown {
  if (typeof value === "string") {
    return expandText(value);
  }
  return Array.isArray(value) ? value.map((item) => expandTexts(item, expandText)) : value;
}

function isSet(inspection: object | undefined): boolean {
  return Object.entries(inspection ?? {}).some(
    ([name, value]) => /^(global|workspace|workspaceFolder)(Language)?Value$/.test(name) && value !== undefined,
  );
}
