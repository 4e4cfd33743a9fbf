package io.github.mist4j.notebook;

/**
 * The look of all cards: the notebook's own fonts and colours, light or dark. Every card carries
 * it, since each may be the only one on a page.
 */
final class Theme {
  /** A style element whose rules touch nothing but our cards. */
  static final String STYLE =
      """
      <style>
      .mist4j { --mist4j-quiet: #595959; --mist4j-line: #c9c9c9; --mist4j-warn: #d55e00;
        color: var(--jp-content-font-color1, inherit); max-width: 640px; line-height: 1.45;
        font-family: var(--jp-content-font-family, system-ui, sans-serif); font-size: 14px;
        padding: 4px 0 8px 0; }
      .mist4j-value { font-size: 16px; margin: 0 0 4px 24px; }
      .mist4j-value b { font-size: 30px; font-weight: 600; letter-spacing: -0.01em; }
      .mist4j-value span { color: var(--mist4j-quiet); }
      .mist4j table.mist4j-facts { border-collapse: collapse; border: 0; margin: 6px 0 0 18px;
        font-size: 13px; table-layout: auto; }
      .mist4j table.mist4j-facts tr { background: none; border: 0; }
      .mist4j table.mist4j-facts th, .mist4j table.mist4j-facts td { text-align: left;
        vertical-align: top; border: 0; padding: 1px 12px 1px 6px; background: none;
        max-width: none; white-space: normal; }
      .mist4j table.mist4j-facts th { font-weight: normal; color: var(--mist4j-quiet);
        white-space: nowrap; }
      .mist4j table.mist4j-facts td.mist4j-number { text-align: right;
        font-variant-numeric: tabular-nums; }
      .mist4j ul.mist4j-warnings { margin: 8px 0 0 24px; padding: 4px 0 4px 12px; list-style: none;
        border-left: 4px solid var(--mist4j-warn); }
      .mist4j ul.mist4j-warnings li::before { content: "warning: "; font-weight: 600; }
      @media (prefers-color-scheme: dark) { .mist4j { --mist4j-quiet: #ababab; } }
      body[data-jp-theme-light="false"] .mist4j { --mist4j-quiet: #ababab; }
      body[data-jp-theme-light="true"] .mist4j { --mist4j-quiet: #595959; }
      </style>
      """;

  private Theme() {}
}
