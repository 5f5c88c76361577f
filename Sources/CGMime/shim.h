#include <gmime/gmime.h>

// GMime tells its kinds of part apart by macros, which Swift does not see.
static inline gboolean gmime_is_message_part(GMimeObject *o) { return GMIME_IS_MESSAGE_PART(o); }
static inline gboolean gmime_is_message_partial(GMimeObject *o) { return GMIME_IS_MESSAGE_PARTIAL(o); }
static inline gboolean gmime_is_multipart(GMimeObject *o) { return GMIME_IS_MULTIPART(o); }
static inline gboolean gmime_is_encrypted(GMimeObject *o) { return GMIME_IS_MULTIPART_ENCRYPTED(o); }
static inline gboolean gmime_is_signed(GMimeObject *o) { return GMIME_IS_MULTIPART_SIGNED(o); }
static inline gboolean gmime_is_part(GMimeObject *o) { return GMIME_IS_PART(o); }
static inline GMimeMessage *gmime_message_of(GMimeObject *o) {
    return g_mime_message_part_get_message(GMIME_MESSAGE_PART(o));
}
static inline GMimeMultipart *gmime_multipart(GMimeObject *o) { return GMIME_MULTIPART(o); }
static inline GMimePart *gmime_part(GMimeObject *o) { return GMIME_PART(o); }
static inline GMimeObject *gmime_object(GMimeMessage *m) { return GMIME_OBJECT(m); }
static inline InternetAddressMailbox *gmime_mailbox(InternetAddress *a) {
    return INTERNET_ADDRESS_IS_MAILBOX(a) ? INTERNET_ADDRESS_MAILBOX(a) : NULL;
}
static inline InternetAddressGroup *gmime_group(InternetAddress *a) {
    return INTERNET_ADDRESS_IS_GROUP(a) ? INTERNET_ADDRESS_GROUP(a) : NULL;
}
static inline GByteArray *gmime_bytes(GMimeStream *s) {
    return g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(s));
}
