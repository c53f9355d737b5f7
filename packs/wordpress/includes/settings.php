<?php
/**
 * Settings > Outage Status.
 *
 * @package outage-status
 */

defined( 'ABSPATH' ) || exit;

/**
 * Registers the one setting and its field.
 */
function outage_status_register_setting() {
	register_setting(
		'outage-status',
		'outage_status_server',
		array(
			'type'              => 'string',
			'default'           => '',
			'sanitize_callback' => 'outage_status_sanitize_server',
		)
	);
	add_settings_section( 'outage_status_feed', '', '__return_false', 'outage-status' );
	add_settings_field(
		'outage_status_server',
		__( 'Feed server', 'outage-status' ),
		'outage_status_show_server_field',
		'outage-status',
		'outage_status_feed',
		array( 'label_for' => 'outage_status_server' )
	);
}

/**
 * Checks a new address. If it is invalid, shows the mistake and keeps the old address.
 *
 * @param mixed $value From the form.
 * @return string An https address without slash at the end, or empty.
 */
function outage_status_sanitize_server( $value ) {
	$value = is_string( $value ) ? rtrim( trim( $value ), '/' ) : $value;
	if ( '' === $value ) {
		return '';
	}
	$mistake = outage_status_mistake( 'server', $value );
	if ( '' === $mistake ) {
		return esc_url_raw( $value, array( 'https' ) );
	}
	add_settings_error( 'outage_status_server', 'outage_status_server', esc_html( $mistake ) );
	return outage_status_server();
}

/**
 * Adds the page.
 */
function outage_status_add_settings_page() {
	$title = __( 'Outage Status', 'outage-status' );
	add_options_page( $title, $title, 'manage_options', 'outage-status', 'outage_status_show_settings_page' );
}

/**
 * Writes the field.
 */
function outage_status_show_server_field() {
	printf(
		'<input type="url" class="regular-text code" id="outage_status_server" name="outage_status_server" value="%s" placeholder="https://status.example" pattern="https://.*" aria-describedby="outage_status_server_hint" />',
		esc_attr( outage_status_server() )
	);
	printf(
		'<p class="description" id="outage_status_server_hint">%s</p>',
		esc_html__( 'Visitors’ browsers ask this server for the status and send their reports to it. Nothing is shown until it is set.', 'outage-status' )
	);
}

/**
 * Writes the page.
 */
function outage_status_show_settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1><form action="options.php" method="post">';
	settings_fields( 'outage-status' );
	do_settings_sections( 'outage-status' );
	submit_button();
	echo '</form></div>';
}
