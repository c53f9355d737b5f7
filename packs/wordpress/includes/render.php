<?php
/**
 * The tag itself, for shortcode and block.
 *
 * @package outage-status
 */

defined( 'ABSPATH' ) || exit;

// The room for the widget until it has loaded, by variant. Written by scripts/generate-docs.mjs of outage-status.
const OUTAGE_STATUS_ROOM = array(
	'auto'  => 'display:grid;grid-template-columns:minmax(0,20rem);height:0;padding-bottom:calc(32em + clamp(0px,(40em - 100%)*999,2.7em) + clamp(0px,(35rem - 100%)*999,11.4em) + clamp(0px,(30em - 100%)*999,3.8em) + clamp(0px,(27em - 100%)*999,2.6em) + clamp(0px,(20rem - 100%)*999,2.7em) + clamp(0px,(17rem - 100%)*999,8.7em) - clamp(0px,(14.5rem - 100%)*999,47.2em))',
	'card'  => 'display:grid;grid-template-columns:minmax(0,20rem);height:0;padding-bottom:calc(32em + clamp(0px,(40em - 100%)*999,2.7em) + clamp(0px,(35rem - 100%)*999,11.4em) + clamp(0px,(30em - 100%)*999,3.8em) + clamp(0px,(27em - 100%)*999,2.6em) + clamp(0px,(20rem - 100%)*999,2.7em) + clamp(0px,(17rem - 100%)*999,8.7em))',
	'badge' => 'display:inline-block;min-width:8.95em',
	'compact' => 'display:grid;grid-template-columns:minmax(0,20rem);height:0;padding-bottom:calc(8.9em + clamp(0px,(35rem - 100%)*999,2em) + clamp(0px,(27rem - 100%)*999,1.6em) + clamp(0px,(20rem - 100%)*999,4.2em))',
);

/**
 * The shortcode: [outage_status service="kik" variant="badge"].
 *
 * @param array<string, string>|string $options From WordPress; an empty text without options.
 * @return string HTML.
 */
function outage_status_shortcode( $options ) {
	return outage_status_render( is_array( $options ) ? $options : array() );
}

/**
 * Writes the widget with a link inside, which stays where scripts do not run.
 *
 * @param array<string, mixed> $options Options of a shortcode or block. Empty ones count as left out.
 * @return string HTML; after a mistake the mistake in a sentence, or nothing for users who cannot edit posts.
 */
function outage_status_render( array $options ) {
	$options = array_filter(
		$options,
		function ( $value ) {
			return '' !== $value && null !== $value;
		}
	);
	$options += array(
		'service' => '',
		'server'  => outage_status_server(),
	);
	// As the widget reads these words: case and white space around them do not matter.
	foreach ( array( 'variant', 'theme' ) as $option ) {
		if ( isset( $options[ $option ] ) && is_string( $options[ $option ] ) ) {
			$options[ $option ] = strtolower( trim( $options[ $option ] ) );
		}
	}
	foreach ( $options as $option => $value ) {
		// WordPress gives a word without `=` a number as its name; report the word itself.
		$written = is_int( $option ) && is_string( $value ) ? $value : (string) $option;
		$mistake = outage_status_mistake( $written, $value );
		if ( '' !== $mistake ) {
			return current_user_can( 'edit_posts' ) ? '<strong>outage-status: ' . esc_html( $mistake ) . '</strong>' : '';
		}
	}

	// The plugin's own copy. The URL has no `?ver=`, because chunks import the file by its plain name; the folder name has
	// the version instead.
	$script = plugins_url( 'widget/' . OUTAGE_STATUS_VERSION . '/outage-status.js', OUTAGE_STATUS_FILE );
	wp_enqueue_script_module( 'outage-status', $script, array(), null );

	$options['server'] = rtrim( $options['server'], '/' );
	$page              = $options['server'] . '/' . $options['service'];
	if ( isset( $options['lang'] ) ) {
		$page .= '?lang=' . rawurlencode( $options['lang'] );
	}
	$name = isset( $options['name'] ) ? $options['name'] : $options['service'];
	/* translators: %s: name of a service. */
	$text = sprintf( __( '%s status', 'outage-status' ), $name );

	$attributes = '';
	foreach ( array( 'service', 'server', 'variant', 'theme', 'lang' ) as $option ) {
		if ( isset( $options[ $option ] ) ) {
			$value       = 'server' === $option ? esc_url( $options[ $option ], array( 'https' ) ) : esc_attr( $options[ $option ] );
			$attributes .= ' ' . $option . '="' . $value . '"';
		}
	}
	// WordPress adds the script to the page by itself. A browser loads the feed once, however many tags name it.
	$feed = $options['server'] . '/v1/services/' . $options['service'] . '/status.json';
	$room = OUTAGE_STATUS_ROOM[ isset( $options['variant'] ) ? $options['variant'] : 'auto' ];
	// Authors may name other servers, which this one must not ask on their behalf.
	$words = outage_status_server() === $options['server'] ? outage_status_words( $options ) : '';
	return '<link rel="preload" as="fetch" crossorigin href="' . esc_url( $feed, array( 'https' ) ) . '">'
		. '<outage-status' . $attributes . '><span style="' . esc_attr( $room ) . '"><a href="' . esc_url( $page, array( 'https' ) ) . '"'
		. ( '' === $words ? '>' . esc_html( $text ) : ' dir="auto">' . esc_html( $words ) ) . '</a></span></outage-status>';
}
