<?php
/**
 * The few functions of WordPress that the plugin uses, with the rules that WordPress documents for them. What the plugin
 * registers is kept in $registered, for the tests to inspect.
 */

define( 'ABSPATH', __DIR__ . '/' );

$registered = array(
	'shortcodes' => array(),
	'actions'    => array(),
	'modules'    => array(),
	'inline'     => array(),
	'oembed'     => array(),
	'settings'   => array(),
	'errors'     => array(),
	'blocks'     => array(),
	'requests'   => array(),
	'kept'       => array(),
);
$options    = array();
$can        = true;

function __( $text, $domain ) {
	'outage-status' === $domain || trigger_error( "text of another domain: $text", E_USER_ERROR );
	return $text;
}
function esc_html( $text ) {
	return htmlspecialchars( (string) $text, ENT_QUOTES, 'UTF-8' );
}
function esc_attr( $text ) {
	return esc_html( $text );
}
function esc_html__( $text, $domain ) {
	return esc_html( __( $text, $domain ) );
}
function esc_url_raw( $url, $protocols ) {
	$url = preg_replace( '|[^a-z0-9-~+_.?#=!&;,/:%@$\|*\'()\[\]\x80-\xff]|i', '', $url );
	return in_array( (string) parse_url( $url, PHP_URL_SCHEME ), $protocols, true ) ? $url : '';
}
function esc_url( $url, $protocols ) {
	return str_replace( array( '&', "'" ), array( '&#038;', '&#039;' ), esc_url_raw( $url, $protocols ) );
}
function add_shortcode( $tag, $callback ) {
	$GLOBALS['registered']['shortcodes'][ $tag ] = $callback;
}
function add_action( $hook, $callback ) {
	$GLOBALS['registered']['actions'][ $hook ][] = $callback;
}
function add_filter( $hook, $callback, $priority, $count ) {
	$GLOBALS['registered']['filters'][ $hook ] = array( $callback, $count );
}
function wp_generate_password( $length, $has_special_characters ) {
	return substr( bin2hex( random_bytes( $length ) ), 0, $length );
}
function get_option( $name, $default = false ) {
	return $GLOBALS['options'][ $name ] ?? $default;
}
function current_user_can( $capability ) {
	return $GLOBALS['can'];
}
function plugins_url( $path, $file ) {
	return 'https://blog.example/wp-content/plugins/' . basename( dirname( $file ) ) . '/' . $path;
}
function wp_enqueue_script_module( $id, $src, $deps, $version ) {
	$GLOBALS['registered']['modules'][ $id ] = array( $src, $deps, $version );
}
function register_block_type( $folder, $arguments ) {
	$metadata = json_decode( file_get_contents( "$folder/block.json" ), true );
	$GLOBALS['registered']['blocks'][ $metadata['name'] ] = $arguments + $metadata;
}
function wp_add_inline_script( $handle, $code, $position ) {
	$GLOBALS['registered']['inline'][ $handle ] = $code;
}
function wp_set_script_translations( $handle, $domain ) {
	'outage-status' === $domain || trigger_error( 'translations of another domain', E_USER_ERROR );
}
function wp_json_encode( $value, $flags ) {
	return json_encode( $value, $flags );
}
function get_block_wrapper_attributes() {
	return 'class="wp-block-outage-status-status"';
}
function wp_oembed_add_provider( $format, $provider, $regex ) {
	$GLOBALS['registered']['oembed'][] = array( $format, $provider, $regex );
}
function register_setting( $group, $name, $arguments ) {
	$GLOBALS['registered']['settings'][ $name ] = $arguments;
}
function add_settings_section() {}
function add_settings_field( $id, $title, $callback ) {
	$GLOBALS['registered']['fields'][ $id ] = $callback;
}
function add_settings_error( $setting, $code, $message ) {
	$GLOBALS['registered']['errors'][] = $message;
}
function add_options_page( $title, $menu, $capability, $slug, $callback ) {
	$GLOBALS['registered']['pages'][ $slug ] = array( $capability, $callback );
}
function get_admin_page_title() {
	return 'Outage Status';
}
function settings_fields( $group ) {
	echo '<input type="hidden" name="_wpnonce" value="1">';
}
function do_settings_sections( $page ) {
	foreach ( $GLOBALS['registered']['fields'] as $callback ) {
		$callback();
	}
}
function submit_button() {
	echo '<button>Save</button>';
}
function delete_option( $name ) {
	unset( $GLOBALS['options'][ $name ] );
}

// What the network answers, by the start of an address; each is [status, body], and no other address answers.
$answers    = array();
$transients = array();

class WP_Error {}

function wp_remote_get( $url, $arguments ) {
	$GLOBALS['registered']['requests'][] = array( $url, $arguments );
	foreach ( $GLOBALS['answers'] as $start => list( $status, $body ) ) {
		if ( 0 === strpos( $url, $start ) ) {
			$body = substr( $body, 0, $arguments['limit_response_size'] );
			return array(
				'response' => array( 'code' => $status ),
				'body'     => $body,
			);
		}
	}
	return new WP_Error();
}
function wp_remote_retrieve_response_code( $answer ) {
	return is_array( $answer ) ? $answer['response']['code'] : '';
}
function wp_remote_retrieve_body( $answer ) {
	return is_array( $answer ) ? $answer['body'] : '';
}
function get_transient( $key ) {
	return $GLOBALS['transients'][ $key ][0] ?? false;
}
function set_transient( $key, $value, $seconds ) {
	strlen( $key ) <= 172 || trigger_error( "too long a name: $key", E_USER_ERROR );
	$GLOBALS['transients'][ $key ] = array( $value, $seconds );
	$GLOBALS['registered']['kept'][] = $seconds;
}
