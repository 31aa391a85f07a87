/** The page on which a fan looks at what she owns. */
package fan.encore.collection.web;
