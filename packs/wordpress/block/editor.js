// The block in the editor: its settings, and the feed server's frame as a preview. Needs no build step.
(({ blockEditor, blocks, components, element, i18n }) => {
  const { createElement, Fragment, useState } = element;
  const { InspectorControls, useBlockProps } = blockEditor;
  const { Button, PanelBody, Placeholder, SelectControl, TextControl } = components;
  const { __, sprintf } = i18n;

  const SERVICE = /^[a-z0-9][a-z0-9-]{0,63}$/;
  const choices = (...values) => values.map((value) => ({ value, label: value }));

  /** Previews the widget as a frame, so that the editor needs no script of the widget. */
  const preview = ({ service, theme, lang }, server) => {
    const options = new URLSearchParams({
      ...(theme !== 'auto' && { theme }),
      ...(lang && { lang }),
    });
    return createElement('iframe', {
      src: `${server}/embed/${service}?${options}`,
      title: sprintf(
        /* translators: %s: id of a service. */ __('%s status', 'outage-status'),
        service,
      ),
      sandbox: 'allow-scripts',
      width: 480,
      height: 420,
      style: { maxWidth: '100%', border: 0, pointerEvents: 'none' },
    });
  };

  /** Asks for the service in the post. Takes it when the author is done: the first letter is an id, too. */
  const ServiceForm = ({ value, onChoose }) => {
    const [service, setService] = useState(value);
    return createElement(
      'form',
      {
        onSubmit: (event) => {
          event.preventDefault();
          onChoose(service.trim());
        },
      },
      createElement(TextControl, {
        label: __('Service', 'outage-status'),
        help: __('Its id, such as kik.', 'outage-status'),
        value: service,
        onChange: setService,
        __next40pxDefaultSize: true,
        __nextHasNoMarginBottom: true,
      }),
      createElement(
        Button,
        { type: 'submit', variant: 'primary', __next40pxDefaultSize: true },
        __('Show', 'outage-status'),
      ),
    );
  };

  const edit = ({ attributes, setAttributes }) => {
    const server = (attributes.server || globalThis.outageStatusSettings.server).replace(
      /\/+$/,
      '',
    );
    const field = (control, name, label, more) =>
      createElement(control, {
        key: name,
        label,
        value: attributes[name],
        onChange: (value) => setAttributes({ [name]: value.trim() }),
        __next40pxDefaultSize: true,
        __nextHasNoMarginBottom: true,
        ...more,
      });
    const settings = createElement(
      InspectorControls,
      null,
      createElement(
        PanelBody,
        null,
        field(TextControl, 'service', __('Service', 'outage-status'), {
          help: __('Its id, such as kik.', 'outage-status'),
        }),
        field(SelectControl, 'variant', __('Look', 'outage-status'), {
          options: choices('auto', 'badge', 'compact', 'card'),
        }),
        field(SelectControl, 'theme', __('Colours', 'outage-status'), {
          options: choices('auto', 'light', 'dark'),
        }),
        field(TextControl, 'lang', __('Language', 'outage-status'), {
          help: __('Such as ar. Empty: the page’s language.', 'outage-status'),
        }),
        field(TextControl, 'name', __('Name of the service', 'outage-status'), {
          help: __('For the link that is shown until the status has loaded.', 'outage-status'),
          onChange: (name) => setAttributes({ name }),
        }),
        field(TextControl, 'server', __('Feed server', 'outage-status'), {
          help: __('Empty: the site’s feed server.', 'outage-status'),
        }),
      ),
    );
    const isReady = SERVICE.test(attributes.service) && server.startsWith('https://');
    const body = isReady
      ? preview(attributes, server)
      : createElement(
          Placeholder,
          {
            label: __('Outage status', 'outage-status'),
            instructions: server
              ? __('Which service?', 'outage-status')
              : __('Set the feed server in Settings, Outage Status first.', 'outage-status'),
          },
          createElement(ServiceForm, {
            value: attributes.service,
            onChoose: (service) => setAttributes({ service }),
          }),
        );
    return createElement(Fragment, null, settings, createElement('div', useBlockProps(), body));
  };

  // Only the attributes are saved: the server renders the block.
  blocks.registerBlockType('outage-status/status', { edit, save: () => null });
})(globalThis.wp);
